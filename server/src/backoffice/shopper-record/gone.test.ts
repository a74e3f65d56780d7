import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { A_REVIEW, reviewActsOf, reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const KEY = { 'idempotency-key': 'k' };

/** Whatever a shopper can ask for below `/me`, and beside it. Leaving again is no fault: it is done. */
const ASKED: readonly [method: string, path: string, body?: unknown][] = [
  ['GET', '/me'],
  ['PATCH', '/me', { name: 'Ada' }],
  ['GET', '/me/export'],
  ['GET', '/me/transactions'],
  ['POST', '/me/enroll'],
  ['POST', '/me/card'],
  ['POST', '/me/events', { consent: true, seen: [{ productId: 'p', tags: ['tea'] }] }],
  ['GET', '/me/referral'],
  ['POST', '/me/contacts', { kind: 'nextStep', subject: 'o1' }],
  ['POST', '/me/contacts/dismiss', { kind: 'nextStep', subject: 'o1' }],
  ['GET', '/me/reviews'],
  ['POST', '/me/reviews/photos', 'x'],
  ['POST', '/me/reviews/mug/open', {}],
  ['PUT', '/me/reviews/mug', A_REVIEW],
  ['DELETE', '/me/reviews/mug'],
  ['POST', '/me/reviews/mug/appeal', { text: 'Look again, please.' }],
  ['POST', '/redemptions', { rewardId: 'off5' }],
  ['POST', '/redemptions/rd_1/release'],
  ['PUT', '/reviews/x/vote'],
  ['POST', '/products/mug/questions', { body: 'Is it heavy?' }],
];

describe.each(ENGINES)('a shopper who is not there any more, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    const acts = reviewActsOf(world);
    for (const who of ['erased', 'merged']) await acts.receive(who, `o-${who}`, ['mug']);
    await acts.write('erased', 'mug');
    await world.merchant('POST', '/v1/shoppers/heir/merge', { from: 'merged' });
    const token = await world.token('erased');
    expect((await world.storefront('DELETE', '/me', { token })).status).toBe(204);
  });
  afterAll(() => test.dispose());

  it.each(ASKED)('is refused %s %s after an erasure', async (method, path, body) => {
    const token = await world.token('erased');
    const answer = await world.storefront(method, path, { token, body, headers: KEY });
    expect([403, 404]).toContain(answer.status);
  });

  it('is refused with the same words wherever nothing else is missing', async () => {
    const token = await world.token('erased');
    for (const path of ['/me', '/me/reviews', '/me/transactions', '/me/export']) {
      const answer = await world.storefront('GET', path, { token });
      expect(await answer.json()).toMatchObject({ status: 403, code: 'notEnrolled' });
    }
  });

  it('may leave again, which changes nothing', async () => {
    const token = await world.token('erased');
    expect((await world.storefront('DELETE', '/me', { token })).status).toBe(204);
  });

  it('sees their reviews as whom they were merged into', async () => {
    await world.merchant('PUT', '/v1/shoppers/heir', { name: 'Heir' });
    const token = await world.token('merged');
    expect((await world.storefront('GET', '/me/reviews', { token })).status).toBe(200);
  });

  it('who was never here has nothing yet, and is not refused', async () => {
    const answer = await world.storefront('GET', '/me/reviews', {
      token: await world.token('new'),
    });
    expect(await answer.json()).toEqual({ prompts: [], reviews: [] });
  });
});
