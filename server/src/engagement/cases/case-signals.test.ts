import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reopenShop } from '../../access/change-shop.ts';
import { setShopClosed } from '../../access/queries.ts';
import { DELIVERY_HANDLERS } from '../../compose-areas.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { deliverDue } from '../../platform/outbox/deliver-due.ts';
import { inShop, rows } from '../../platform/store/statement.ts';
import { caseActsOf, type CaseActs } from '../../testing/case-acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const selectOutboxForTest = rows<{ shopId: string }>()('selectOutboxForTest', (db, t) =>
  db.select({ id: t.outbox.id }).from(t.outbox).where(inShop(t.outbox)),
);

describe.each(ENGINES)('cases of low scores, on $engine', ({ engine, openTestStore }) => {
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
  const signalsOf = async (): Promise<readonly string[]> => {
    const found = await world.deps.store.read((tx) =>
      tx.run(selectOutboxForTest, { shopId: world.keys.shopId }),
    );
    return found.map(({ id }) => id).filter((id) => id.startsWith('caseSignal:'));
  };

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

  // SQLite has one write at a time, and so nothing between.
  it.runIf(engine === 'PostgreSQL')(
    'come from nothing that is taken back while they are being heard (E2, E41)',
    async () => {
      await reviews.receive('zoe', 'o-z', ['mug']);
      await reviews.write('zoe', 'mug', { rating: 1, body: 'A rash on my hand' });
      let isFirst = true;
      const { review } = world.deps.caseSources;
      const deps = {
        ...world.deps,
        caseSources: {
          ...world.deps.caseSources,
          review: async (...asked: Parameters<NonNullable<typeof review>>) => {
            const said = (await review?.(...asked)) ?? null;
            if (isFirst) await reviews.own('zoe', 'DELETE', '/mug');
            isFirst = false;
            return said;
          },
        },
      };
      await deliverDue(deps, DELIVERY_HANDLERS);
      await acts.deliver();
      expect(await acts.list()).toEqual([]);
    },
  );

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

  it('cost a write nothing where nobody listens, and one row where somebody does (E15)', async () => {
    await acts.settle({ opensFor: [] });
    await reviews.receive('sae', 'o-15', ['mug', 'tea', 'tin']);
    await reviews.write('sae', 'mug', { rating: 1 });
    expect(await signalsOf()).toEqual([]);
    await acts.settle({});
    await reviews.write('sae', 'tin', { rating: 4 });
    expect(await signalsOf()).toEqual([]);
    await reviews.write('sae', 'tea', { rating: 1, body: 'Stale.' });
    expect(await signalsOf()).toHaveLength(1);
    // What is so already is told no second time, and delivered again it is no second case.
    await reviews.write('sae', 'tea', { rating: 1, body: 'Stale.' });
    expect(await signalsOf()).toHaveLength(1);
    await acts.deliver();
    await acts.deliver();
    expect(await acts.list()).toHaveLength(1);
  });

  it('open none while the shop is closed, and are heard once it is open again (E6)', async () => {
    await reviews.receive('rin', 'o-6', ['mug']);
    await reviews.write('rin', 'mug', { rating: 1, body: 'Stale.' });
    const shop = await world.shop();
    // Closed by another process, of which this one has heard nothing.
    await world.deps.store.write((tx) =>
      tx.run(setShopClosed, { shopId: shop.id, closedAt: world.clock.at }),
    );
    await acts.deliver();
    await reopenShop(world.deps, await world.shop());
    expect(await acts.list()).toEqual([]);
    await acts.deliver();
    expect(await acts.list()).toEqual([]);
    world.clock.at += DAY_MS;
    await acts.deliver();
    expect(await acts.list()).toMatchObject([{ reason: 'reviewLow', orderId: 'o-6' }]);
  });
});
