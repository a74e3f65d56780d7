import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OwnCase } from '@okaeri/shared/cases';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { addPerson, firstOwner, type Browser } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const HOSTILE = '<img src=x onerror=alert(1)>\u202e{points} & "quoted"\n=HYPERLINK("x")';

describe.each(ENGINES)('help that shoppers ask for, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
  });
  const codeOf = async (answer: Promise<Response>): Promise<[number, string]> => {
    const given = await answer;
    return [given.status, ((await given.json()) as { code: string }).code];
  };

  it('opens a case, once for a key, of which the shopper sees messages alone (E48)', async () => {
    const { token } = await acts.join();
    const asked = await acts.help(token, { text: HOSTILE }, 'k');
    expect(asked.status).toBe(201);
    const { id } = (await asked.json()) as OwnCase;
    expect((await acts.help(token, { text: HOSTILE }, 'k')).headers.get('idempotency-hit')).toBe(
      'true',
    );
    await acts.write(id, { kind: 'note', text: 'Difficult customer' });
    await acts.write(id, { kind: 'reply', text: 'We send another.' });
    const [own] = await acts.own(token);
    expect(Object.keys(own ?? {}).toSorted()).toEqual([
      'asks',
      'id',
      'messages',
      'openedAt',
      'orderId',
      'state',
    ]);
    expect(own?.messages.map(({ from, text }) => [from, text])).toEqual([
      ['you', HOSTILE.replace('\u202e', '')],
      ['shop', 'We send another.'],
    ]);
    expect(JSON.stringify(own)).not.toContain('Difficult');
    expect(await acts.read(id)).toMatchObject({ reason: 'help', state: 'open' });
  });

  it('needs a token, a key, an order of their own, and words (E48)', async () => {
    const { token } = await acts.join();
    const mine = await acts.join();
    const reviews = reviewActsOf(world);
    await reviews.receive(mine.id, 'o1', ['mug']);
    const ask = (headers: Record<string, string>, body: object) =>
      world.storefront('POST', '/me/cases', { token, body, headers });
    expect(await codeOf(ask({}, { text: 'x' }))).toEqual([400, 'idempotencyKeyMissing']);
    expect(await codeOf(acts.help(token, { text: '  ' }))).toEqual([400, 'invalidRequest']);
    expect(await codeOf(acts.help(token, { text: 'x', orderId: 'o1' }))).toEqual([
      404,
      'unknownOrder',
    ]);
    expect((await acts.help(mine.token, { text: 'x', orderId: 'o1' })).status).toBe(201);
    expect((await world.storefront('GET', '/me/cases', {})).status).toBe(401);
  });

  it('is taken five times a day, and messages in a case are not counted (E48)', async () => {
    const { id, token } = await acts.join();
    for (let i = 0; i < LIMITS.helpRequestsPerDay; i += 1)
      expect((await acts.help(token)).status).toBe(201);
    expect(await codeOf(acts.help(token))).toEqual([429, 'tooManyRequests']);
    const [own] = await acts.own(token);
    expect((await acts.say(token, own?.id ?? '', 'And this')).status).toBe(201);
    world.clock.at += DAY_MS;
    const fresh = await world.token(id, { email: `${id}@x.example` });
    expect((await acts.help(fresh)).status).toBe(201);
  });

  it('is written at most twenty times in ten minutes, messages and requests together', async () => {
    const { token } = await acts.join();
    const { id } = (await (await acts.help(token)).json()) as OwnCase;
    for (let i = 1; i < 20; i += 1) expect((await acts.say(token, id, 'x')).status).toBe(201);
    expect(await codeOf(acts.say(token, id, 'x'))).toEqual([429, 'tooManyRequests']);
    expect(await codeOf(acts.help(token))).toEqual([429, 'tooManyRequests']);
    // They may read on, and answer whether it was put right.
    expect((await acts.own(token))[0]?.messages).toHaveLength(20);
    const other = await acts.join();
    expect((await acts.help(other.token)).status).toBe(201);
  });

  it('is nobody else’s to see or to answer, and not for who is blocked (E10, E48)', async () => {
    const { id, token } = await acts.join();
    const other = await acts.join();
    const { id: caseId } = (await (await acts.help(token)).json()) as OwnCase;
    expect(await acts.own(other.token)).toEqual([]);
    expect(await codeOf(acts.say(other.token, caseId, 'x'))).toEqual([404, 'unknownCase']);
    expect(await codeOf(acts.solve(other.token, caseId, true))).toEqual([404, 'unknownCase']);
    await world.merchant('PUT', `/v1/shoppers/${id}`, { blocked: true });
    expect(await codeOf(acts.say(token, caseId, 'x'))).toEqual([403, 'shopperBlocked']);
    expect(await codeOf(acts.help(token))).toEqual([403, 'shopperBlocked']);
  });
});

describe.each(ENGINES)('who looks after cases, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
  });
  afterAll(() => test.dispose());

  it('is the first who joins, whoever has fewest, and somebody else once they leave (E44)', async () => {
    const shopper = await acts.join();
    const waiting = await acts.open(shopper.id);
    expect(waiting.ownerId).toBeNull();
    owner = await firstOwner(world);
    const { userId } = (
      (await (await owner.send('GET', '/v1/team')).json()) as {
        items: { userId: string }[];
      }
    ).items[0] ?? { userId: '' };
    expect((await acts.read(waiting.id)).ownerId).toBe(userId);
    const rui = await addPerson(owner, world, { email: 'rui@shop.example', role: 'manager' });
    const next = await acts.open((await acts.join()).id);
    expect(next.ownerId).toBe(rui.userId);
    expect(
      (
        (await (await rui.browser.send('GET', '/v1/cases?owner=me')).json()) as {
          items: { id: string }[];
        }
      ).items.map(({ id }) => id),
    ).toEqual([next.id]);
    expect(await world.merchant('GET', '/v1/cases?owner=me').then(({ status }) => status)).toBe(
      409,
    );
    // Given to somebody who may not serve: refused, as is a stranger.
    const ben = await addPerson(owner, world, { email: 'ben@shop.example', role: 'moderator' });
    for (const ownerId of [ben.userId, 'nobody'])
      expect((await acts.write(next.id, { kind: 'owner', ownerId })).status).toBe(404);
    // Loses the ability: handed over in the same write, with an entry that says so.
    await owner.send('PUT', `/v1/team/${rui.userId}`, { role: 'moderator' });
    const after = await acts.read(next.id);
    expect(after.ownerId).toBe(userId);
    expect(after.entries.at(-1)).toMatchObject({
      kind: 'owner',
      by: { kind: 'rule' },
      data: { ownerId: userId },
    });
    await owner.send('PUT', `/v1/team/${rui.userId}`, { role: 'manager' });
    await acts.write(next.id, { kind: 'owner', ownerId: rui.userId });
    await owner.send('DELETE', `/v1/team/${rui.userId}`);
    expect((await acts.read(next.id)).ownerId).toBe(userId);
  });

  it('is one of those left of however many cases there are, in pages (E116)', async () => {
    const mio = await addPerson(owner, world, { email: 'mio@shop.example', role: 'manager' });
    await acts.settle({ ownerByReason: { byHand: mio.userId } });
    for (let i = 0; i < 130; i += 1) await acts.open((await acts.join()).id);
    expect(await countOf(mio.userId)).toBeGreaterThan(0);
    await owner.send('DELETE', `/v1/team/${mio.userId}`);
    await acts.deliver();
    expect(await countOf(mio.userId)).toBe(0);
  });

  const countOf = async (ownerId: string): Promise<number> =>
    (await acts.list(`?state=open&owner=${ownerId}`)).length;
});
