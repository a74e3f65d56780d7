import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookBody } from '@okaeri/shared/webhooks';
import { LIMITS } from '@okaeri/shared/limits';
import type { CaseFigures } from '@okaeri/shared/cases';
import { DAY_MS, HOUR_MS } from '../../platform/lib/clock.ts';
import { byKey, change, inShop, rows } from '../../platform/store/statement.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { insertCaseEntry, lockCase, updateCase } from './queries.ts';
import { openWebhooks, typesOf } from '../../testing/webhook-acts.ts';
import { openReceiver } from '../../testing/webhook-receiver.ts';

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

  it('come from low stars, once a person has decided, and are told of once (E42)', async () => {
    await reviews.receive('rui', 'o1', ['mug', 'tea', 'tin']);
    const low = await reviews.write('rui', 'mug', { rating: 1, body: 'It broke at once.' });
    await reviews.write('rui', 'tea', { rating: 3 });
    await acts.deliver();
    const [one] = await acts.list();
    expect(await acts.list()).toHaveLength(1);
    expect(one).toMatchObject({ reason: 'reviewLow', severity: 'normal', orderId: 'o1' });
    const { entries } = await acts.read(one?.id ?? '');
    expect(entries[0]).toMatchObject({
      kind: 'signal',
      note: 'It broke at once.',
      data: { reason: 'reviewLow', score: 1 },
    });
    await acts.deliver();
    expect((await acts.read(one?.id ?? '')).entries).toHaveLength(entries.length);
    // A review that waits for a person tells nobody its stars.
    const queued = await reviews.write('rui', 'tin', {
      rating: 1,
      body: 'Visit https://spam.example and https://spam2.example now',
    });
    expect(queued.state).toBe('queued');
    await acts.deliver();
    expect((await acts.read(one?.id ?? '')).entries).toHaveLength(entries.length);
    await reviews.decide(queued.id, { decision: 'publish' });
    await acts.deliver();
    const signals = (await acts.read(one?.id ?? '')).entries.filter(
      ({ kind }) => kind === 'signal',
    );
    expect(signals).toHaveLength(2);
    expect(low.state).toBe('published');
  });

  it('note a better score and close nothing; taken back, the words go and the case stays (E41, E42)', async () => {
    await reviews.receive('mio', 'o2', ['mug']);
    await reviews.write('mio', 'mug', { rating: 2, body: 'A rash on my hand' });
    await acts.deliver();
    const [one] = await acts.list();
    expect(one).toMatchObject({ severity: 'high', title: 'A rash on my hand' });
    world.clock.at += 1000;
    await reviews.write('mio', 'mug', { rating: 5, body: 'It went away' });
    await acts.deliver();
    expect((await acts.read(one?.id ?? '')).state).toBe('open');
    expect((await acts.read(one?.id ?? '')).entries.at(-1)?.data).toMatchObject({ score: 5 });
    world.clock.at += 1000;
    await reviews.own('mio', 'DELETE', '/mug');
    await acts.deliver();
    const after = await acts.read(one?.id ?? '');
    expect(after).toMatchObject({ state: 'open', title: null });
    expect(after.entries.at(-1)).toMatchObject({ kind: 'signal', data: { withdrawn: true } });
    expect(JSON.stringify(after)).not.toContain('rash');
  });

  it('come from nothing the shop does not listen to, from insiders and from what is imported (E42)', async () => {
    await acts.settle({ opensFor: ['npsLow'] });
    await reviews.receive('ken', 'o3', ['mug', 'tea']);
    await reviews.write('ken', 'mug', { rating: 1 });
    await acts.deliver();
    expect(await acts.list()).toEqual([]);
    await acts.settle({});
    const headers = (await world.merchant('GET', '/v1/reviews/settings')).headers.get('etag') ?? '';
    await world.merchant(
      'PUT',
      '/v1/reviews/settings',
      { insiderTags: ['staff'] },
      { 'if-match': headers },
    );
    expect((await world.merchant('PUT', '/v1/shoppers/ken', { tags: ['staff'] })).status).toBe(200);
    await reviews.write('ken', 'tea', { rating: 1 });
    await acts.deliver();
    expect(await acts.list()).toEqual([]);
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

  it('are due by working time, later by what was spent waiting, and late once (E45)', async () => {
    // TODAY is a Sunday: the shop opens on Monday at nine.
    const nineToFive = [{ from: '09:00', to: '17:00' }];
    const openingHours = {
      mon: nineToFive,
      tue: nineToFive,
      wed: nineToFive,
      thu: nineToFive,
      fri: nineToFive,
    };
    await acts.settle({ openingHours });
    world.clock.at = Date.parse('2026-11-20T16:00:00Z');
    const { id } = await acts.join();
    const opened = await acts.open(id, { severity: 'high' });
    expect(opened.dueAt).toBe('2026-11-23T12:00:00.000Z');
    world.clock.at = Date.parse('2026-11-23T09:30:00Z');
    await acts.write(opened.id, { kind: 'state', state: 'waiting' });
    world.clock.at = Date.parse('2026-11-23T11:30:00Z');
    await acts.tick();
    await acts.write(opened.id, { kind: 'state', state: 'open' });
    expect((await acts.read(opened.id)).dueAt).toBe('2026-11-23T14:00:00.000Z');
    // Hours that are changed later move no time that stands.
    await acts.settle({});
    expect((await acts.read(opened.id)).dueAt).toBe('2026-11-23T14:00:00.000Z');
    world.clock.at = Date.parse('2026-11-23T13:59:59Z');
    await acts.tick();
    expect(await acts.list('?overdue=true')).toEqual([]);
    world.clock.at = Date.parse('2026-11-23T14:00:00Z');
    await acts.tick();
    await acts.tick();
    const late = await acts.read(opened.id);
    expect(late.overdue).toBe(true);
    expect(late.entries.filter(({ data }) => data['overdue'] === true)).toHaveLength(1);
    expect((await acts.list('?overdue=true')).map((one) => one.id)).toEqual([opened.id]);
  });

  it('are followed up by yes, by no and by nothing within thirty days (E46)', async () => {
    const { id, token } = await acts.join();
    const { id: caseId } = (await (await acts.help(token)).json()) as { id: string };
    expect(await refusal(acts.solve(token, caseId, true))).toEqual([409, 'caseState']);
    await resolve(caseId);
    expect((await acts.own(token))[0]?.asks).toBe(false);
    world.clock.at += 7 * DAY_MS;
    const fresh = await world.token(id, { email: `${id}@x.example` });
    expect((await acts.own(fresh))[0]?.asks).toBe(true);
    expect((await acts.solve(fresh, caseId, false)).status).toBe(200);
    expect((await acts.solve(fresh, caseId, false)).status).toBe(200);
    expect(await acts.read(caseId)).toMatchObject({ state: 'open', reopened: 1, solved: false });
    await resolve(caseId);
    expect((await acts.solve(fresh, caseId, true)).status).toBe(200);
    expect(await acts.read(caseId)).toMatchObject({ state: 'closed', solved: true });
    const other = await acts.open(id);
    await resolve(other.id);
    world.clock.at += 30 * DAY_MS - 1;
    await acts.tick();
    expect((await acts.read(other.id)).state).toBe('resolved');
    world.clock.at += 1;
    await acts.tick();
    expect(await acts.read(other.id)).toMatchObject({ state: 'closed', solved: null });
    const answer = await world.merchant('GET', '/v1/cases/figures');
    const { months } = (await answer.json()) as CaseFigures;
    const told = months.find(({ opened }) => opened > 0);
    expect(told?.recovered).toMatchObject({ n: 1, share: 1 });
  });

  it('may be given points up to a sum, which the ledger has with the reason and the case (E47)', async () => {
    await acts.settle({ recoveryPointsMax: 300 });
    const { id, token } = await acts.join();
    const opened = await acts.open(id);
    const give = (points: number, key?: string) =>
      acts.write(opened.id, { kind: 'points', points }, key);
    expect((await give(200, 'k')).status).toBe(201);
    expect((await give(200, 'k')).headers.get('idempotency-hit')).toBe('true');
    expect(await refusal(give(101))).toEqual([400, 'pointsOutOfRange']);
    expect((await give(100)).status).toBe(201);
    expect((await acts.read(opened.id)).pointsGiven).toBe(300);
    const me = await world.storefront('GET', '/me', { token });
    expect(((await me.json()) as { balance: { available: number } }).balance.available).toBe(300);
    const answer = await world.merchant('GET', `/v1/shoppers/${id}/transactions`);
    const { items } = (await answer.json()) as { items: { reason: string | null }[] };
    expect(items.filter(({ reason }) => reason === 'recovery')).toHaveLength(2);
  });

  it('never tie anything to a review, and one that is edited after points says so (E47)', async () => {
    await reviews.receive('yui', 'o9', ['mug']);
    await reviews.write('yui', 'mug', { rating: 1, body: 'Broken.' });
    await acts.deliver();
    const [one] = await acts.list();
    const id = one?.id ?? '';
    const text = 'If you change your review, we give you 500 points.';
    expect(await refusal(acts.write(id, { kind: 'reply', text }))).toEqual([
      422,
      'incentiveForbidden',
    ]);
    expect((await acts.write(id, { kind: 'points', points: 50 })).status).toBe(201);
    const shown = async () => (await reviews.list('mug')).items[0]?.pointsAfter;
    expect(await shown()).toBe(false);
    world.clock.at += 1000;
    await reviews.write('yui', 'mug', { rating: 1, body: 'Broken, but they helped.' });
    expect(await shown()).toBe(true);
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

  it('are told to webhooks without a word of anybody (E42, E45, E46)', async () => {
    const receiver = await openReceiver();
    try {
      const hooks = await openWebhooks(test.store, receiver);
      const told = caseActsOf(hooks.world);
      const { id } = await told.join();
      const { id: caseId } = await told.open(id, { text: 'A secret of theirs' });
      const move = (state: string) => told.write(caseId, { kind: 'state', state });
      hooks.world.clock.at += 30 * HOUR_MS;
      await told.tick();
      for (const state of ['resolved', 'open', 'resolved', 'closed']) await move(state);
      const arrivals = (await hooks.deliver()).filter(({ body }) => body.includes('"case.'));
      expect(typesOf(arrivals)).toEqual([
        'case.closed',
        'case.opened',
        'case.overdue',
        'case.reopened',
        'case.resolved',
        'case.resolved',
      ]);
      for (const arrival of arrivals) {
        const { data } = JSON.parse(arrival.body) as WebhookBody;
        expect(data).toMatchObject({ shopperId: id, caseId, reason: 'byHand', orderId: null });
        expect(arrival.body).not.toContain('secret of');
      }
    } finally {
      await receiver.close();
    }
  });
});
