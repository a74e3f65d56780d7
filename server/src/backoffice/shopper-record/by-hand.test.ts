import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeList, CodePage } from '@okaeri/shared/code-lists';
import type { LedgerRow, Page } from '@okaeri/shared/ledger';
import type { OrderList, OrderPage } from '@okaeri/shared/order-lists';
import type { SearchAnswer } from '@okaeri/shared/search';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { indexShoppers } from '../../loyalty/shoppers/index-shoppers.ts';
import { readListed } from '../../loyalty/orders/read-listed.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith, rewardWith, tierWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { SEARCH_LIMIT } from '../search/routes.ts';

const REASON = { reason: 'asked by phone' };

describe.each(ENGINES)('what a team sees and does by hand, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  let count = 0;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (holdDays = 0): Promise<void> => {
    const tiers = [tierWith('base', 0), tierWith('gold', 500)];
    const tierPolicy = {
      metric: 'points',
      window: { kind: 'lifetime' },
      downgrade: 'oneStep',
    } as const;
    const earning = [orderRuleWith({ hold: { days: holdDays, from: 'paid' } })];
    world = await openWorld(
      test.store,
      programWith({ rewards: [rewardWith()], tiers, tierPolicy, earning }),
    );
    acts = actsOf(world);
  };
  const get = async <T>(path: string): Promise<T> => {
    const answer = await world.merchant('GET', `/v1${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  const send = (method: string, path: string, body: object): Promise<Response> => {
    count += 1;
    return world.merchant(method, `/v1${path}`, body, { 'idempotency-key': `k${count}` });
  };
  const shopper = (): Promise<MerchantShopper> => get('/shoppers/ada');
  const buy = (id: string, change: object = {}) =>
    acts.put(id, anOrder({ lines: [aLine('a', 20_000), aLine('b', 5000)], ...change }));
  const take = async (): Promise<string> => {
    const taken = await send('POST', '/redemptions', { shopperId: 'ada', rewardId: 'off5' });
    expect(taken.status).toBe(201);
    return ((await taken.json()) as { id: string }).id;
  };

  it('lists orders by when they were placed, by standing, shopper, number and time', async () => {
    await given();
    await buy('K-1');
    await buy('K-12', { placedAt: hours(-5), shopper: { id: 'bob', name: 'Bob' } });
    await buy('K-2', {
      placedAt: hours(-9),
      lines: [aLine('a', 20_000, { refundedMinor: 5000 }), aLine('b', 5000)],
    });
    await buy('K-3', { placedAt: hours(-10), cancelledAt: hours(0) });
    const ids = async (query: string): Promise<string[]> =>
      (await get<OrderList>(`/orders?${query}`)).items.map(({ id }) => id);
    expect(await ids('')).toEqual(['K-1', 'K-12', 'K-2', 'K-3']);
    expect(await ids('order=asc')).toEqual(['K-3', 'K-2', 'K-12', 'K-1']);
    expect(await ids('sort=number&order=asc')).toEqual(['K-1', 'K-12', 'K-2', 'K-3']);
    expect(await ids('standing=partlyRefunded')).toEqual(['K-2']);
    expect(await ids('standing=cancelled&shopperId=ada')).toEqual(['K-3']);
    expect(await ids('shopperId=bob')).toEqual(['K-12']);
    expect(await ids('shopperId=nobody')).toEqual([]);
    expect(await ids(`until=${hours(-6)}`)).toEqual(['K-2', 'K-3']);
    for (const typed of ['1', 'K-1', 'k-1', '%231'])
      expect(await ids(`search=${typed}`)).toEqual(['K-1', 'K-12']);
    expect(await ids('search=K-12')).toEqual(['K-12']);
    const first = await get<OrderList>('/orders?limit=1&counted=true');
    expect(first.total).toEqual({ count: 4, isMore: false });
    expect(await ids(`limit=1&cursor=${first.nextCursor}`)).toEqual(['K-12']);
    expect((await world.merchant('GET', '/v1/orders?cursor=x')).status).toBe(400);
    expect(first.items[0]).toMatchObject({ points: 250, totalMinor: 25_000, itemCount: 2 });
    const file = await world.merchant('GET', '/v1/exports/orders?columns=number,refunded');
    expect(await file.text()).toBe('number,refunded\nK-1,0.00\nK-12,0.00\nK-2,50.00\nK-3,0.00\n');
  });

  it('reads what lists know out of orders that a former release has kept', async () => {
    await given();
    await buy('old');
    const { setListed } = await import('../../loyalty/orders/rules/list-queries.ts');
    const { id: shopId } = await world.shop();
    const unread = { placedAt: 0, standing: 'unpaid', numberKey: '' };
    await test.store.write((tx) => tx.run(setListed, { shopId, id: 'old', ...unread }));
    expect(await readListed(world.deps)).toBe(1);
    expect((await get<OrderList>('/orders')).items[0]).toMatchObject({ standing: 'paid' });
    expect(await readListed(world.deps)).toBe(0);
  });

  it('says of each line of an order what it earned, and why not', async () => {
    await given();
    await buy('K-9', {
      lines: [aLine('a', 20_000, { refundedMinor: 20_000 }), aLine('b', 5000), aLine('c', 0)],
      shippingMinor: 700,
      platformTotal: { totalMinor: 26_000 },
    });
    const page = await get<OrderPage>('/orders/K-9/page');
    expect(page.lines.map(({ lineId, points, whyNone }) => [lineId, points, whyNone])).toEqual([
      ['a', 0, 'refunded'],
      ['b', 50, null],
      ['c', 0, 'nothingPaid'],
      [null, 0, 'shippingDoesNotCount'],
    ]);
    expect(page).toMatchObject({
      standing: 'partlyRefunded',
      totalMinor: 25_700,
      refundedMinor: 20_000,
      platformTotalMinor: 26_000,
      shopper: { id: 'ada' },
    });
    expect(page.warnings.map(({ code }) => code)).toContain('totalDiffers');
    expect(page.events[0]).toMatchObject({ kind: 'earn', points: 50 });
    expect((await world.merchant('GET', '/v1/orders/none/page')).status).toBe(404);
  });

  it('shows a code, gives it another end, ends it, and keeps why', async () => {
    await given();
    await buy('1', { lines: [aLine('a', 200_000)] });
    const id = await take();
    const page = await get<CodePage>(`/redemptions/${id}`);
    expect(page).toMatchObject({ canExtend: true, canVoid: true, shopper: { id: 'ada' } });
    expect(page.returns.reduce((sum, { points }) => sum + points, 0)).toBe(page.points);
    const code = page.voucher?.code ?? '';
    const found = await get<CodeList>(`/redemptions?search=${code.toLowerCase()}`);
    expect(found.items.map((one) => one.id)).toEqual([id]);
    const expiresAt = hours(24 * 200);
    const extended = await send('POST', `/redemptions/${id}/extend`, { ...REASON, expiresAt });
    expect(await extended.json()).toMatchObject({ voucher: { expiresAt } });
    for (const wrong of [hours(-1), hours(24 * 3651)]) {
      const body = { ...REASON, expiresAt: wrong };
      expect((await send('POST', `/redemptions/${id}/extend`, body)).status).toBe(409);
    }
    const before = (await shopper()).balance.available;
    expect((await send('POST', `/redemptions/${id}/void`, REASON)).status).toBe(200);
    expect(await get(`/redemptions/${id}`)).toMatchObject({ state: 'used', canVoid: false });
    expect((await shopper()).balance).toMatchObject({ available: before, held: 0 });
    const other = await take();
    expect((await send('POST', `/redemptions/${other}/give-back`, REASON)).status).toBe(200);
    expect((await shopper()).balance.available).toBe(before);
    const states = async (query: string) =>
      (await get<CodeList>(`/redemptions?${query}`)).items.map(({ state }) => state);
    expect(await states('')).toEqual(['released', 'used']);
    expect(await states('state=used&shopperId=ada')).toEqual(['used']);
    expect(await states('state=released')).toEqual(['released']);
    expect((await get<CodeList>('/redemptions?counted=true')).total?.count).toBe(2);
    expect(
      await (await world.merchant('GET', '/v1/exports/codes?columns=code,state')).text(),
    ).toContain(`${code},used\n`);
  });

  it('gives a reward with its points, or for their own, and neither where it is refused', async () => {
    await given();
    await buy('1', { lines: [aLine('a', 3000)] });
    const before = (await shopper()).balance;
    const present = await send('POST', '/shoppers/ada/gifts', {
      ...REASON,
      rewardId: 'off5',
      isFree: true,
    });
    expect(present.status).toBe(201);
    expect((await shopper()).balance).toMatchObject({
      available: before.available,
      lifetime: before.lifetime,
    });
    const own = { ...REASON, rewardId: 'off5', isFree: false };
    expect((await send('POST', '/shoppers/ada/gifts', own)).status).toBe(409);
    const unknown = { ...REASON, rewardId: 'none', isFree: true };
    expect((await send('POST', '/shoppers/ada/gifts', unknown)).status).toBe(404);
    await world.merchant('PUT', '/v1/shoppers/ada', { blocked: true });
    const refused = await send('POST', '/shoppers/ada/gifts', { ...own, isFree: true });
    expect(refused.status).toBe(403);
    expect((await shopper()).balance.available).toBe(before.available);
  });

  it('lifts somebody to a tier, and lowers nobody', async () => {
    await given();
    await buy('1', { lines: [aLine('a', 10_000)] });
    const move = (tierId: string) => send('PUT', '/shoppers/ada/tier', { ...REASON, tierId });
    expect(await (await move('gold')).json()).toMatchObject({ tier: { id: 'gold' } });
    expect(await (await move('base')).json()).toMatchObject({ code: 'tierNotHigher' });
    expect((await move('none')).status).toBe(404);
    expect((await shopper()).balance.available).toBe(100);
  });

  it('undoes an adjustment once, and the ledger adds up', async () => {
    await given(1);
    await buy('1', { lines: [aLine('a', 10_000)] });
    world.clock.at += 2 * 86_400_000;
    const made = await send('POST', '/shoppers/ada/adjustments', { points: 30, reason: 'oops' });
    const { id } = (await made.json()) as { id: string };
    const undo = (who = 'ada') => send('POST', `/shoppers/${who}/adjustments/${id}/undo`, REASON);
    await world.merchant('PUT', '/v1/shoppers/bob', {});
    expect((await undo('bob')).status).toBe(404);
    expect(await (await undo()).json()).toMatchObject({ points: -30, balance: { available: 100 } });
    expect((await undo()).status).toBe(409);
    const { items } = await get<Page<LedgerRow>>('/shoppers/ada/ledger');
    expect(items.map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
      ['adjust', false],
      ['adjust', false],
      ['mature', false],
      ['earn', false],
    ]);
    expect(items[0]).toMatchObject({ reason: REASON.reason, points: -30 });
    const sum = items.reduce((all, { moved }) => all + moved.available, 0);
    const { balance } = await shopper();
    expect(sum).toBe(balance.available);
    expect(items.reduce((all, { moved }) => all + moved.pending, 0)).toBe(balance.pending);
    const first = await get<Page<LedgerRow>>('/shoppers/ada/ledger?limit=2');
    const rest = await get<Page<LedgerRow>>(`/shoppers/ada/ledger?cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it('finds shoppers, orders and codes in one search', async () => {
    await given();
    await buy('K-77', { shopper: { id: 'ada', name: 'Ada Lovelace' } });
    await indexShoppers(world.deps);
    const search = (query: string) => get<SearchAnswer>(`/search?${query}`);
    const found = await search('q=love');
    expect(found.shoppers.map(({ id }) => id)).toEqual(['ada']);
    expect(found.orders.map(({ id }) => id)).toEqual(['K-77']);
    expect((await search('q=K-77')).orders.map(({ id }) => id)).toEqual(['K-77']);
    expect(await search('q=77&kind=shoppers')).toMatchObject({ orders: [], shoppers: [] });
    expect((await search('q=77&kind=orders')).orders).toHaveLength(1);
    expect((await world.merchant('GET', '/v1/search?q=a')).status).toBe(400);
  });

  it('lets nobody search without end', async () => {
    await given();
    const ask = async (): Promise<number> =>
      (await world.merchant('GET', '/v1/search?q=zz&kind=shoppers')).status;
    for (let i = 0; i < SEARCH_LIMIT.points; i += 1) await ask();
    expect(await ask()).toBe(429);
  });
});
