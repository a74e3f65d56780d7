import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Redemption } from '@okaeri/shared/redemptions';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { behind } from '../../testing/behind.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { shopInput } from '@okaeri/shared/access';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { advanceClock } from '../../access/shop-clock.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { settleDueShoppers } from './settle-due.ts';
import { verifyLedger } from './verify-ledger.ts';

describe.each(ENGINES)('the ledger, rule by rule, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    // Whatever the stories did, every book adds up.
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const open = async (program: ProgramDocument): Promise<{ world: World } & Acts> => {
    const world = await openWorld(test.store, program);
    return { world, ...actsOf(world) };
  };
  const worth = (priceMinor: number, change: Partial<OrderState> = {}): OrderState =>
    anOrder({ lines: [aLine('a', priceMinor)], ...change });
  const sentBack = (priceMinor: number, hour: number): OrderState =>
    worth(priceMinor, {
      updatedAt: hours(hour),
      lines: [aLine('a', priceMinor, { refundedMinor: priceMinor })],
    });

  it('8: onlyPending takes what is pending and nothing that has matured', async () => {
    const { put, me } = await open(plainProgram({ policy: 'onlyPending', from: 'fulfilled' }));
    await put('1', worth(10_000));
    expect((await put('1', sentBack(10_000, 1))).points).toMatchObject({ posted: 0, forgiven: 0 });
    await put('2', worth(10_000, { fulfilledAt: hours(0) }));
    const kept = { ...sentBack(10_000, 1), fulfilledAt: hours(0) };
    expect((await put('2', kept)).points).toMatchObject({ target: 0, posted: 100, forgiven: 100 });
    expect((await me()).balance).toMatchObject({ available: 100, debt: 0 });
  });

  it('8: withinBalance takes what is there and forgives the rest', async () => {
    const { put, me, take } = await open(plainProgram({ cost: 80 }));
    await put('1', worth(10_000));
    await take('k');
    expect((await put('1', sentBack(10_000, 1))).points).toMatchObject({
      posted: 80,
      forgiven: 80,
    });
    expect((await me()).balance).toMatchObject({ available: 0, held: 80, debt: 0 });
  });

  it('8: unlimited takes everything; the debt shows, and the next points repay it', async () => {
    const { put, me, take } = await open(plainProgram({ cost: 80, policy: 'unlimited' }));
    await put('1', worth(10_000));
    await take('k');
    await put('1', sentBack(10_000, 1));
    expect((await me()).balance).toMatchObject({ available: 0, debt: 80 });
    await put('2', worth(10_000));
    expect((await me()).balance).toMatchObject({ available: 20, debt: 0 });
  });

  it('8: refund and un-refund never mint points', async () => {
    const { put, me, take } = await open(plainProgram({ cost: 80 }));
    await put('1', worth(10_000));
    await take('k');
    for (const hour of [1, 3, 5]) {
      await put('1', sentBack(10_000, hour));
      await put('1', worth(10_000, { updatedAt: hours(hour + 1) }));
    }
    expect((await me()).balance).toMatchObject({ available: 20, held: 80 });
  });

  it('8: redeem, refund and release never mint points', async () => {
    const { put, me, take, release } = await open(plainProgram({ cost: 80 }));
    await put('1', worth(10_000));
    const { id } = await take('k');
    await put('1', sentBack(10_000, 1));
    await release(id);
    // All 80 had been forgiven, so none comes back.
    expect((await me()).balance).toMatchObject({ available: 0, held: 0 });
    await put('1', worth(10_000, { updatedAt: hours(2) }));
    expect((await me()).balance).toMatchObject({ available: 100 });
  });

  it('8: a clawback takes from its own lot first, then from the earliest expiry, and gives back the same way', async () => {
    const { put, me, days, take } = await open(plainProgram({ expiryDays: 100, cost: 40 }));
    const bought = (id: string, day: number): Promise<unknown> => {
      const placedAt = hours(day * 24);
      return put(id, worth(5000, { placedAt, paidAt: placedAt, updatedAt: placedAt }));
    };
    await bought('old', -10);
    await bought('new', -1);
    days(0);
    await take('k'); // 40 of the old lot's 50
    await put('old', sentBack(5000, 1)); // its own 10, then 40 of the new lot
    expect((await me()).balance).toMatchObject({ available: 10 });
    await put(
      'old',
      worth(5000, { updatedAt: hours(2), placedAt: hours(-240), paidAt: hours(-240) }),
    );
    const { balance } = await me();
    // The 40 went home to the new lot: only the old lot's own 10 expire first.
    expect(balance).toMatchObject({ available: 60, nextExpiry: { points: 10 } });
  });

  it('says which points on the way come next: all of one instant, and none without a day', async () => {
    const { put, me, days } = await open(plainProgram({ holdDays: 3, from: 'fulfilled' }));
    const bought = (id: string, minor: number, hour?: number): Promise<unknown> =>
      put(id, worth(minor, hour === undefined ? {} : { fulfilledAt: hours(hour) }));
    await bought('unsent', 700);
    expect((await me()).balance).toMatchObject({ pending: 7, nextPending: null });
    await bought('later', 900, 12);
    await bought('a', 5000, 0);
    await bought('b', 200, 0);
    expect((await me()).balance.nextPending).toEqual({ points: 52, at: hours(72) });
    days(3);
    expect((await me()).balance).toMatchObject({ available: 52, nextPending: { points: 9 } });
    days(4);
    expect((await me()).balance).toMatchObject({ pending: 7, nextPending: null });
  });

  it('11: a read past the time counts what is due although no job has run', async () => {
    const { put, me, days, history } = await open(plainProgram({ holdDays: 3, expiryDays: 5 }));
    await put('1', worth(10_000));
    expect((await me()).balance).toMatchObject({ pending: 100, available: 0 });
    days(3);
    expect((await me()).balance).toMatchObject({ pending: 0, available: 100 });
    days(5);
    expect((await me()).balance).toMatchObject({ pending: 0, available: 0 });
    expect(await history()).toHaveLength(1);
  });

  it('11: a write first posts what is due, at the time when it was due', async () => {
    const { world, put, days, history } = await open(plainProgram({ holdDays: 3, expiryDays: 5 }));
    await put('1', worth(10_000));
    days(20);
    await put(
      '2',
      worth(2000, { paidAt: hours(480), placedAt: hours(480), updatedAt: hours(480) }),
    );
    const expired = (await history()).find(({ kind }) => kind === 'expire');
    expect(expired).toMatchObject({ points: -100, effectiveAt: hours(-1 + 8 * 24) });
    expect(Date.parse(expired?.at ?? '')).toBe(world.clock.at);
  });

  it('11: the job only hastens: it changes rows and no balance', async () => {
    const { world, put, me, days, history } = await open(plainProgram({ expiryDays: 5 }));
    await put('1', worth(10_000));
    days(9);
    const before = (await me()).balance;
    expect(await settleDueShoppers(world.deps)).toBeGreaterThan(0);
    expect((await me()).balance).toEqual(before);
    expect((await history())[0]).toMatchObject({ kind: 'expire', points: -100 });
  });

  it('12 and 13 of the invariants: an expired lot cannot be spent, and points that return to one expire at once', async () => {
    const { put, me, days, redeem, take, release, history } = await open(
      plainProgram({ expiryDays: 5 }),
    );
    await put('1', worth(10_000));
    const { id } = await take('k');
    days(6);
    expect((await redeem('late')).status).toBe(409);
    const answer = (await (await release(id)).json()) as Redemption;
    expect(answer).toMatchObject({ state: 'released', balance: { available: 0, held: 0 } });
    expect((await history()).map(({ kind, points }) => [kind, points])).toEqual([
      ['expire', -50],
      ['release', 50],
      ['expire', -50],
      ['redeem', -50],
      ['earn', 100],
    ]);
    expect((await me()).balance.available).toBe(0);
  });

  it('14 of the invariants: buying and sending back lengthens no other lot', async () => {
    const { put, me } = await open(plainProgram({ expiryDays: 30 }));
    await put('old', worth(5000, { placedAt: hours(-240), paidAt: hours(-240) }));
    const before = (await me()).balance.nextExpiry;
    await put('new', worth(9000));
    await put('new', sentBack(9000, 1));
    expect((await me()).balance).toMatchObject({ available: 50, nextExpiry: before });
  });

  const openSandbox = async () => {
    const { world } = await open(plainProgram({ holdDays: 14 }));
    const keys = await createShop(world.deps, shopInput.parse({ name: 'Sandbox', sandbox: true }));
    const call = (method: string, path: string, body?: unknown): Promise<Response> =>
      world.request(path, {
        method,
        headers: { authorization: `Bearer ${keys.secretKey}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    return { world, call, shopId: keys.shopId };
  };

  it('14: a sandbox shop has a clock of its own that only moves forward', async () => {
    const { world, call } = await openSandbox();
    await call('PUT', '/v1/orders/1', worth(10_000, { fulfilledAt: hours(0) }));
    const balance = async (): Promise<unknown> =>
      ((await (await call('GET', '/v1/shoppers/ada')).json()) as { balance: unknown }).balance;
    expect(await balance()).toMatchObject({ pending: 100, available: 100 });
    expect((await call('POST', '/v1/clock/advance', { byMs: 15 * DAY_MS })).status).toBe(200);
    expect(await balance()).toMatchObject({ pending: 0, available: 200 });
    for (const byMs of [0, -1, 1.5])
      expect((await call('POST', '/v1/clock/advance', { byMs })).status).toBe(400);
    // A shop that is no sandbox lives in real time.
    expect((await world.merchant('POST', '/v1/clock/advance', { byMs: 1 })).status).toBe(404);
  });

  it('14: once a sandbox clock is moved, the list and the timeline say what the page says', async () => {
    const { call } = await openSandbox();
    await call('PUT', '/v1/orders/1', worth(10_000, { fulfilledAt: hours(0) }));
    await call('POST', '/v1/clock/advance', { byMs: 15 * DAY_MS });
    const read = async (path: string) =>
      (await (await call('GET', path)).json()) as { items: Record<string, unknown>[] };
    const list = await read('/v1/shoppers');
    expect(list.items[0]).toMatchObject({ available: 200, pending: 0 });
    const ledger = await read('/v1/shoppers/ada/ledger');
    expect(ledger.items[0]).toMatchObject({ balanceAfter: { pending: 0, available: 200 } });
  });

  it('14: the job settles by the clock of each shop', async () => {
    const { world, call, shopId } = await openSandbox();
    await call('PUT', '/v1/orders/1', worth(10_000, { fulfilledAt: hours(0) }));
    const { deps } = world;
    await settleDueShoppers(deps);
    await advanceClock(deps, { shopId, byMs: 15 * DAY_MS });
    expect(await settleDueShoppers(deps)).toBe(1);
    expect(await settleDueShoppers(deps)).toBe(0);
  });

  it('11: the timeline of points that became due ends at the balance, without a job', async () => {
    const { world, put, me, days } = await open(plainProgram({ holdDays: 3 }));
    await put('1', worth(10_000, { fulfilledAt: hours(0) }));
    days(4);
    const { available, pending } = (await me()).balance;
    const ledger = (await (await world.merchant('GET', '/v1/shoppers/ada/ledger')).json()) as {
      items: { kind: string; balanceAfter: unknown }[];
    };
    expect(ledger.items[0]).toMatchObject({ kind: 'mature', balanceAfter: { available, pending } });
  });

  it.each([
    ['a balance', 'update shoppers set available = available + 1', 'available'],
    ['a lot', 'update awards set lot_points = lot_points + 1', 'the lot of award'],
    ['a head', "update shoppers set chain_head = 'x'", 'the head of the chain'],
    [
      'a receipt',
      'update transactions set receipt = replace(receipt, \'"basis":1\', \'"basis":2\')',
      'the hash before transaction 2',
    ],
    ['a time', 'update transactions set effective_at = effective_at + 1', 'the hash before'],
  ])('19: an alteration of %s is found out', async (_name, statement, what) => {
    const altered = await openTestStore();
    try {
      const world = await openWorld(altered.store, plainProgram());
      await actsOf(world).put('1', worth(10_000));
      await actsOf(world).put('2', worth(10_000));
      const drop = altered.url.startsWith('file:')
        ? 'drop trigger transactions_never_updated'
        : 'drop trigger transactions_never_updated on transactions';
      await behind(altered.url, drop);
      await behind(altered.url, statement);
      const found = (await verifyLedger(world.deps)).differences.map(
        (difference) => difference.what,
      );
      expect(found.join('; ')).toContain(what);
    } finally {
      await altered.dispose();
    }
  });
});
