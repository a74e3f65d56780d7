import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchAnswer, MerchantShopper } from '@okaeri/shared/shoppers';
import { verifyLedger } from '../../loyalty/ledger/verify-ledger.ts';
import { actsOf, plainProgram, type Acts } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder, hours } from '../../testing/order-states.ts';
import { orderRuleWith, programWith, rewardWith } from '../../testing/programs.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what merchants do, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(async () => {
    expect((await verifyLedger({ store: test.store })).differences).toEqual([]);
    await test.dispose();
  });

  const given = async (document = plainProgram()): Promise<void> => {
    world = await openWorld(test.store, document);
    acts = actsOf(world);
  };
  const buy = async (id: string, who: string, dollars: number, change: object = {}) =>
    (
      await acts.put(
        id,
        anOrder({ shopper: { id: who }, lines: [aLine('a', dollars * 100)], ...change }),
      )
    ).points;
  const shopper = async (id: string): Promise<MerchantShopper> =>
    (await (await world.merchant('GET', `/v1/shoppers/${id}`)).json()) as MerchantShopper;
  const adjust = async (who: string, body: object, key = 'k'): Promise<Response> =>
    world.merchant('POST', `/v1/shoppers/${who}/adjustments`, body, { 'idempotency-key': key });
  const merge = async (into: string, from: string): Promise<Response> =>
    world.merchant('POST', `/v1/shoppers/${into}/merge`, { from });

  it('adjust points with a reason, spendable and lifetime apart', async () => {
    await given();
    await buy('1', 'ada', 100);
    const gift = { points: 30, reason: 'goodwill' };
    expect(await (await adjust('ada', gift)).json()).toMatchObject({
      points: 30,
      balance: { available: 130 },
    });
    expect((await adjust('ada', gift)).headers.get('idempotency-hit')).toBe('true');
    expect((await shopper('ada')).balance).toMatchObject({ available: 130, lifetime: 100 });
    await adjust('ada', { points: 20, reason: 'late credit', countsForLifetime: true }, 'l');
    expect((await shopper('ada')).balance).toMatchObject({ available: 150, lifetime: 120 });
    await adjust('ada', { points: -50, reason: 'mistake' }, 'm');
    expect((await shopper('ada')).balance).toMatchObject({ available: 100, lifetime: 120 });
    const tooMuch = await adjust('ada', { points: -101, reason: 'x' }, 'n');
    expect(await tooMuch.json()).toMatchObject({ code: 'adjustmentTooLarge', missing: 1 });
    expect((await adjust('ada', { points: 0, reason: 'x' }, 'o')).status).toBe(400);
    expect((await adjust('nobody', gift)).status).toBe(404);
    expect((await acts.history()).map(({ kind, points }) => [kind, points])).toEqual([
      ['adjust', -50],
      ['adjust', 20],
      ['adjust', 30],
      ['earn', 100],
    ]);
  });

  it('adjust many at once, after a dry run, and undo it whole', async () => {
    await given();
    await buy('1', 'ada', 100);
    await buy('2', 'bea', 10);
    const adjustments = [
      { shopperId: 'ada', points: 5, reason: 'move' },
      { shopperId: 'bea', points: -20, reason: 'move' },
      { shopperId: 'eve', points: 5, reason: 'move' },
      { shopperId: 'bea', points: 7, reason: 'move' },
    ];
    const send = async (dryRun: boolean): Promise<BatchAnswer> =>
      (await (
        await world.merchant('POST', '/v1/adjustments', { dryRun, adjustments })
      ).json()) as BatchAnswer;
    const faults = [
      { row: 2, code: 'adjustmentTooLarge' },
      { row: 3, code: 'unknownShopper' },
    ];
    expect(await send(true)).toMatchObject({ batchId: null, done: 2, points: 12, faults });
    expect((await shopper('ada')).balance.available).toBe(100);
    const { batchId, ...report } = await send(false);
    expect(report).toMatchObject({ done: 2, points: 12, faults });
    expect((await shopper('bea')).balance.available).toBe(17);
    const undo = async () =>
      (await world.merchant('POST', `/v1/adjustments/${batchId}/undo`)).json();
    expect(await undo()).toMatchObject({ done: 2, points: -12, faults: [] });
    expect(await undo()).toMatchObject({ done: 0 });
    expect((await shopper('ada')).balance.available).toBe(100);
    expect((await shopper('bea')).balance.available).toBe(10);
  });

  it('21: keep alive what the livelier of two merged shoppers kept alive', async () => {
    await given(
      programWith({ expiry: { kind: 'inactivity', days: 6, activities: ['order', 'redemption'] } }),
    );
    await buy('1', 'ada', 100);
    world.clock.at += 9 * 24 * 3_600_000;
    await buy('2', 'bea', 40, {
      placedAt: new Date(world.clock.at).toISOString(),
      updatedAt: new Date(world.clock.at).toISOString(),
    });
    await merge('ada', 'bea');
    expect((await shopper('ada')).balance).toMatchObject({ available: 40, lifetime: 140 });
    world.clock.at += 7 * 24 * 3_600_000;
    expect((await shopper('ada')).balance).toMatchObject({ available: 0, lifetime: 140 });
  });

  it('21: merge two shoppers without losing or doubling anything', async () => {
    await given(
      programWith({
        earning: [orderRuleWith({ limit: { points: 150, every: 'lifetime' } })],
        rewards: [rewardWith({ limit: { count: 1, every: 'lifetime' } })],
      }),
    );
    await buy('1', 'ada', 100);
    await buy('2', 'bea', 80);
    const code = await acts.take('k', 'bea');
    const before = [await shopper('ada'), await shopper('bea')];
    expect((await merge('ada', 'bea')).status).toBe(200);
    expect((await merge('ada', 'bea')).status).toBe(200);
    const after = await shopper('ada');
    for (const account of ['pending', 'available', 'held', 'lifetime'] as const)
      expect(after.balance[account]).toBe(
        before.reduce((sum, one) => sum + one.balance[account], 0),
      );
    // Either id leads to the same person, and either token shows them.
    expect(await shopper('bea')).toMatchObject({ id: 'ada', balance: after.balance });
    expect((await acts.me('bea')).balance).toMatchObject({ available: 130, held: 50 });
    // Caps and limits are not begun anew: 180 of 150 points were given between them.
    expect((await buy('3', 'bea', 10)).posted).toBe(0);
    expect(await (await acts.redeem('l', 'ada')).json()).toMatchObject({
      code: 'rewardLimitReached',
    });
    // Bea's order goes back: her points go with it, and her code can still be given back.
    const back = [aLine('a', 8000, { refundedMinor: 8000 })];
    await buy('2', 'bea', 80, { updatedAt: hours(1), lines: back });
    expect((await shopper('ada')).balance).toMatchObject({ available: 50, held: 50 });
    expect((await acts.release(code.id, 'ada')).status).toBe(200);
    expect((await shopper('ada')).balance).toMatchObject({ available: 100, held: 0 });
    expect((await merge('ada', 'ada')).status).toBe(409);
    expect((await merge('ada', 'nobody')).status).toBe(404);
  });

  it('21: a debt of one is repaid from the points of the other', async () => {
    await given(plainProgram({ policy: 'unlimited' }));
    await buy('1', 'ada', 100);
    await acts.take('k', 'ada');
    await acts.take('l', 'ada');
    await buy('1', 'ada', 100, {
      updatedAt: hours(1),
      lines: [aLine('a', 10_000, { refundedMinor: 6000 })],
    });
    expect((await shopper('ada')).balance).toMatchObject({ available: 0, debt: 60 });
    await buy('2', 'bea', 80);
    await merge('ada', 'bea');
    expect((await shopper('ada')).balance).toMatchObject({ available: 20, debt: 0, held: 100 });
    await buy('3', 'cleo', 500);
    await merge('cleo', 'bea');
    expect((await shopper('cleo')).balance).toMatchObject({ available: 520, held: 100 });
  });

  it('20: erase a person, keep the rows, and rebuild no profile', async () => {
    await given();
    await buy('1', 'mika', 100, {
      shopper: { id: 'mika', email: 'mika@example.com', name: 'Mika' },
    });
    await acts.me('mika', { name: 'Mika', email: 'mika@example.com', email_verified: true });
    await adjust('mika', { points: 5, reason: 'goodwill', note: 'Mika was kind on the telephone' });
    expect((await world.merchant('DELETE', '/v1/shoppers/mika')).status).toBe(204);
    expect((await world.merchant('DELETE', '/v1/shoppers/mika')).status).toBe(204);
    expect((await world.merchant('GET', '/v1/shoppers/mika')).status).toBe(404);
    // A later order of the same person goes to the row without a name.
    const again = { shopper: { id: 'mika', email: 'mika@example.com', name: 'Mika' } };
    expect((await buy('2', 'mika', 50, again)).posted).toBe(50);
    const refund = {
      ...again,
      updatedAt: hours(1),
      lines: [aLine('a', 10_000, { refundedMinor: 10_000 })],
    };
    expect((await buy('1', 'mika', 100, refund)).posted).toBe(0);
    expect((await world.merchant('GET', '/v1/shoppers/mika')).status).toBe(404);
    // Nothing of the name is left in any row of the shop.
    for (const table of [
      'shoppers',
      'orders',
      'adjustments',
      'activities',
      'awards',
      'transactions',
    ]) {
      const found = await behind(
        test.url,
        `select * from ${table} where shop_id = '${world.keys.shopId}'`,
      );
      expect(JSON.stringify(found)).not.toMatch(/mika/i);
    }
  });

  it('let people take everything along, and leave', async () => {
    await given();
    await buy('1', 'ada', 100);
    const token = await world.token('ada');
    const mine = await (await world.storefront('GET', '/me/export', { token })).json();
    expect(mine).toMatchObject({
      shopper: { id: 'ada', balance: { available: 100 } },
      transactions: [{ kind: 'earn', points: 100 }],
      orders: [{ id: '1', state: { currency: 'USD' } }],
    });
    expect(await (await world.merchant('GET', '/v1/shoppers/ada/export')).json()).toMatchObject(
      mine as object,
    );
    expect((await world.storefront('DELETE', '/me', { token })).status).toBe(204);
    expect((await world.merchant('GET', '/v1/shoppers/ada')).status).toBe(404);
  });

  it('put shoppers into segments, for whom rules and rewards are', async () => {
    await given(
      programWith({
        segments: [
          { id: 'big', name: { en: 'Big spenders' }, spendMinor: { min: 20_000 } },
          { id: 'club', name: { en: 'Club' }, tags: ['club'] },
        ],
        earning: [
          orderRuleWith(),
          orderRuleWith({ id: 'big', points: { fixed: 9 }, conditions: { segmentIds: ['big'] } }),
        ],
        rewards: [rewardWith({ segmentIds: ['club'] })],
      }),
    );
    expect((await buy('1', 'ada', 200)).posted).toBe(200);
    expect((await buy('2', 'ada', 10)).posted).toBe(19);
    expect((await acts.me()).rewards).toMatchObject([{ eligibility: { kind: 'notInSegment' } }]);
    expect(await (await acts.redeem('k')).json()).toMatchObject({ code: 'rewardNotForShopper' });
    await world.merchant('PUT', '/v1/shoppers/ada', { tags: ['club'] });
    expect((await acts.me()).rewards).toMatchObject([{ eligibility: { kind: 'redeemable' } }]);
  });

  it('see why a shopper is shown what; and nothing is noted of one who turned it off', async () => {
    await given(
      programWith({
        rewards: [rewardWith({ id: 'tea', tags: ['tea'] }), rewardWith({ id: 'plain' })],
      }),
    );
    const lines = [aLine('a', 10_000, { tags: ['coffee'] })];
    await acts.put('1', anOrder({ lines }));
    const token = await world.token('ada');
    const look = async (count: number, body: object = {}): Promise<number> => {
      const seen = Array.from({ length: count }, () => ({ productId: 'p', tags: ['tea'] }));
      const events = { consent: true, seen, ...body };
      return (await world.storefront('POST', '/me/events', { token, body: events })).status;
    };
    const audit = async () =>
      (await world.merchant('GET', '/v1/shoppers/ada/suggestions')).json() as Promise<{
        inputs: { tastes: unknown; personalised: boolean };
        rewards: { id: string; because: string; becauseOf: string | null; score: number }[];
      }>;
    expect(await look(3)).toBe(204);
    expect(await look(1, { consent: false })).toBe(400);
    expect(await look(21)).toBe(400);
    expect(await audit()).toMatchObject({
      inputs: { available: 100, tastes: { bought: { coffee: 1 }, seen: { tea: 3 } } },
      rewards: [{ id: 'tea', because: 'lookedAt', becauseOf: 'tea' }, { id: 'plain' }],
    });
    // A day's worth counts, and no more.
    for (let i = 0; i < 12; i += 1) await look(20);
    expect((await audit()).inputs.tastes).toMatchObject({ seen: { tea: LIMITS.eventsPerDayMax } });
    await world.storefront('PATCH', '/me', { token, body: { personalised: false } });
    acts.days(1);
    const later = await world.token('ada');
    const events = { consent: true, seen: [{ productId: 'p', tags: ['cup'] }] };
    await world.storefront('POST', '/me/events', { token: later, body: events });
    const off = await audit();
    expect(off.inputs).toMatchObject({
      personalised: false,
      tastes: { seen: { tea: LIMITS.eventsPerDayMax } },
    });
    expect(off.rewards.map(({ because }) => because)).toEqual(['affordable', 'affordable']);
    expect((await world.merchant('GET', '/v1/shoppers/nobody/suggestions')).status).toBe(404);
  });
});
