import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { byKey, change, inShop, rows } from '../../platform/store/statement.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { insertCaseEntry, lockCase, updateCase } from './queries.ts';

const selectEntriesForTest = rows<{ shopId: string }>()('selectEntriesForTest', (db, t) =>
  db.select().from(t.caseEntries).where(inShop(t.caseEntries)),
);

const rewriteEntryForTest = change<{ shopId: string; id: string }>()(
  'rewriteEntryForTest',
  (db, t) => db.update(t.caseEntries).set({ note: 'Another' }).where(byKey(t.caseEntries)),
);

describe.each(ENGINES)('cases on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: CaseActs;
  let reviews: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = caseActsOf(world);
    reviews = reviewActsOf(world);
  });
  const refusal = async (answer: Promise<Response>): Promise<[number, string]> => {
    const given = await answer;
    return [given.status, ((await given.json()) as { code: string }).code];
  };
  const resolve = (id: string) => acts.write(id, { kind: 'state', state: 'resolved' });

  it('are opened by hand, once for a key, and go the ways of the contract alone (E43)', async () => {
    const { id: shopperId } = await acts.join();
    const opened = await acts.open(shopperId, { severity: 'high' }, 'one');
    expect(opened).toMatchObject({
      state: 'open',
      severity: 'high',
      reason: 'byHand',
      shopperId,
      title: 'By hand',
      ownerId: null,
      overdue: false,
    });
    expect((await acts.open(shopperId, { severity: 'high' }, 'one')).id).toBe(opened.id);
    expect(await acts.list()).toHaveLength(1);
    const move = (state: string) => acts.write(opened.id, { kind: 'state', state });
    expect(await refusal(move('open'))).toEqual([409, 'caseState']);
    expect(await refusal(move('closed'))).toEqual([409, 'caseState']);
    for (const state of ['waiting', 'open', 'waiting', 'resolved', 'open', 'resolved', 'closed'])
      expect([state, (await move(state)).status]).toEqual([state, 201]);
    expect(await refusal(move('open'))).toEqual([409, 'caseState']);
    expect(await refusal(acts.write(opened.id, { kind: 'reply', text: 'Hello' }))).toEqual([
      409,
      'caseState',
    ]);
    expect((await acts.write(opened.id, { kind: 'note', text: 'Over' })).status).toBe(201);
    expect(await refusal(acts.write('cs_none', { kind: 'note', text: 'x' }))).toEqual([
      404,
      'unknownCase',
    ]);
  });

  it('are one for a shopper and an order: more goes into it, and opens it again for thirty days (E43)', async () => {
    const { id, token } = await acts.join();
    const first = (await (await acts.help(token)).json()) as { id: string };
    const again = (await (await acts.help(token, { text: 'Still broken' })).json()) as {
      id: string;
    };
    expect(again.id).toBe(first.id);
    const before = await acts.read(first.id);
    // A word of harm makes it high, and its time the earlier.
    await acts.say(token, first.id, 'Now I have an allergic reaction');
    const raised = await acts.read(first.id);
    expect(raised.severity).toBe('high');
    expect(Date.parse(raised.dueAt)).toBe(world.clock.at + 4 * HOUR_MS);
    expect(Date.parse(raised.dueAt)).toBeLessThan(Date.parse(before.dueAt));
    await resolve(first.id);
    world.clock.at += 30 * DAY_MS - 1000;
    const fresh = await world.token(id, { email: `${id}@x.example` });
    await acts.say(fresh, first.id, 'Not at all');
    expect(await acts.read(first.id)).toMatchObject({ state: 'open', reopened: 1 });
    await resolve(first.id);
    world.clock.at += 30 * DAY_MS;
    const late = await world.token(id, { email: `${id}@x.example` });
    const next = (await (await acts.say(late, first.id, 'Once more')).json()) as { id: string };
    expect(next.id).not.toBe(first.id);
    expect((await acts.list('?state=open')).map((one) => one.id)).toEqual([next.id]);
  });

  it('are about an order of the shopper they are about, and of no other (E43)', async () => {
    const { id } = await acts.join();
    const [own, theirs] = [`o-${id}`, `o-other-${id}`];
    await reviews.receive(id, own, ['mug']);
    await reviews.receive('other', theirs, ['mug']);
    const about = (orderId: string) =>
      world.merchant(
        'POST',
        '/v1/cases',
        { shopperId: id, text: 'By hand', orderId },
        { 'idempotency-key': orderId },
      );
    expect(await refusal(about(theirs))).toEqual([404, 'unknownOrder']);
    expect(await refusal(about('none'))).toEqual([404, 'unknownOrder']);
    expect(await acts.list(`?shopperId=${id}`)).toEqual([]);
    expect((await about(own)).status).toBe(201);
    expect(await acts.list(`?shopperId=${id}`)).toMatchObject([{ orderId: own }]);
  });

  it('hold so many entries, and what comes after is refused (E14)', async () => {
    const { id, token } = await acts.join();
    const opened = await acts.open(id);
    const { entries } = await acts.read(opened.id);
    const shop = await world.shop();
    await world.deps.store.write(async (tx) => {
      const [row] = await tx.run(lockCase, { shopId: shop.id, id: opened.id });
      if (row === undefined) throw new Error('The case is gone.');
      for (let i = entries.length; i < LIMITS.caseEntriesMax - 1; i += 1)
        await tx.run(insertCaseEntry, {
          shopId: shop.id,
          id: `ce_${i}`,
          caseId: opened.id,
          at: world.clock.at,
          by: { kind: 'rule', name: null },
          kind: 'note',
          note: 'x',
          data: {},
          source: null,
        });
      await tx.run(updateCase, { ...row, entries: LIMITS.caseEntriesMax - 1 });
    });
    expect((await acts.write(opened.id, { kind: 'note', text: 'last' })).status).toBe(201);
    expect(await refusal(acts.write(opened.id, { kind: 'note', text: 'more' }))).toEqual([
      409,
      'caseState',
    ]);
    expect((await acts.read(opened.id)).entries).toHaveLength(LIMITS.caseEntriesMax);
    // Nor is what its shopper writes taken and lost.
    expect(await refusal(acts.help(token))).toEqual([409, 'caseState']);
    expect(await refusal(acts.say(token, opened.id, 'more'))).toEqual([409, 'caseState']);
    const again = { shopperId: id, text: 'more' };
    const key = { 'idempotency-key': 'full' };
    expect(await refusal(world.merchant('POST', '/v1/cases', again, key))).toEqual([
      409,
      'caseState',
    ]);
  });

  it('are not opened again beside one that is open about the same, as after a merge (E43)', async () => {
    const [one, other] = [await acts.join(), await acts.join()];
    const solved = await acts.open(one.id);
    await acts.write(solved.id, { kind: 'state', state: 'resolved' });
    const open = await acts.open(other.id);
    const merge = await world.merchant('POST', `/v1/shoppers/${one.id}/merge`, { from: other.id });
    expect(merge.status).toBe(200);
    const reopened = acts.write(solved.id, { kind: 'state', state: 'open' });
    expect(await refusal(reopened)).toEqual([409, 'caseState']);
    expect((await acts.read(open.id)).state).toBe('open');
  });

  it('are a log that only grows: the database takes no other change (E14)', async () => {
    const { id } = await acts.join();
    await acts.open(id);
    const shopId = world.keys.shopId;
    const [entry] = await world.deps.store.read((tx) => tx.run(selectEntriesForTest, { shopId }));
    expect(entry?.note).toBe('By hand');
    await expect(
      world.deps.store.write(async (tx) => {
        await tx.run(rewriteEntryForTest, { shopId, id: entry?.id ?? '' });
      }),
    ).rejects.toThrow();
  });
});
