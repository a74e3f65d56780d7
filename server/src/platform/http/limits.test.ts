import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { shoppersQuery } from '@okaeri/shared/shoppers';
import { createKey } from '../../access/manage-keys.ts';
import { firstOwner } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { anOrder } from '../../testing/order-states.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

let test: TestStore;
let world: World;
beforeAll(async () => {
  test = await ENGINES[0].openTestStore();
  world = await openWorld(test.store, testProgram());
});
afterAll(() => test.dispose());

const problemOf = async (answer: Response) =>
  (await answer.json()) as { status: number; code: string; detail: string };

/** A body of exactly so many bytes, with a field nobody knows. */
const bodyOf = (bytes: number): string => {
  const empty = JSON.stringify({ padding: '' });
  return JSON.stringify({ padding: 'x'.repeat(bytes - empty.length) });
};

it('a body is read up to its limit, and refused with one byte more', async () => {
  const put = async (bytes: number) =>
    (await world.merchant('PUT', '/v1/orders/large', bodyOf(bytes))).status;
  expect(await put(LIMITS.bodyBytesMax)).toBe(400);
  expect(await put(LIMITS.bodyBytesMax + 1)).toBe(413);
});

it('a body of a visitor is read up to a limit of its own', async () => {
  const quote = async (bytes: number) =>
    (await world.storefront('POST', '/quote', { body: bodyOf(bytes) })).status;
  expect(await quote(LIMITS.visitorBodyBytesMax)).toBe(400);
  expect(await quote(LIMITS.visitorBodyBytesMax + 1)).toBe(413);
});

it('a list has the usual number of rows where none is asked for', () => {
  expect(shoppersQuery.parse({}).limit).toBe(LIMITS.pageDefault);
});

it('a shop has so many keys, and is refused one more', async () => {
  const { shopId } = world.keys;
  const add = () => createKey(world.deps, { shopId, key: { kind: 'secret', label: 'till' } });
  let made = 0;
  let last = await add();
  while ('ok' in last) {
    made += 1;
    last = await add();
  }
  expect(last.refused.code).toBe('tooManyKeys');
  // It began with two.
  expect(made).toBe(LIMITS.keysMax - 2);
});

it('a shop has so many open invitations, and is refused one more', async () => {
  const owner = await firstOwner(world);
  const invite = (index: number) =>
    owner.send('POST', '/v1/team/invitations', { email: `p${index}@x.example`, role: 'readOnly' });
  for (let index = 0; index < LIMITS.invitationsMax; index += 1)
    expect((await invite(index)).status).toBe(201);
  expect(await problemOf(await invite(LIMITS.invitationsMax))).toMatchObject({ code: 'teamFull' });
});

it('an Idempotency-Key and a token have so many characters', async () => {
  const adjust = (length: number) =>
    world.merchant(
      'POST',
      '/v1/shoppers/nobody/adjustments',
      { points: 1, reason: 'x' },
      {
        'idempotency-key': 'k'.repeat(length),
      },
    );
  expect(await problemOf(await adjust(LIMITS.idempotencyKeyLengthMax))).not.toMatchObject({
    status: 400,
  });
  expect(await problemOf(await adjust(LIMITS.idempotencyKeyLengthMax + 1))).toMatchObject({
    status: 400,
  });
  const detail = async (length: number) => {
    const answer = await world.storefront('GET', '/me', { token: `h.p.${'x'.repeat(length - 4)}` });
    return (await problemOf(answer)).detail;
  };
  const tooLong = `A token may have ${LIMITS.tokenLengthMax} characters at most.`;
  expect(await detail(LIMITS.tokenLengthMax)).not.toBe(tooLong);
  expect(await detail(LIMITS.tokenLengthMax + 1)).toBe(tooLong);
});

it('a shopper’s page lists so many of each, the newest', async () => {
  for (let index = 0; index <= LIMITS.affairsMax; index += 1)
    expect((await world.merchant('PUT', `/v1/orders/o${index}`, anOrder())).status).toBe(201);
  const affairs = await world.merchant('GET', '/v1/shoppers/ada/affairs');
  expect((await affairs.json()) as object).toMatchObject({
    orders: { length: LIMITS.affairsMax },
  });
});
