import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import { settleDueShoppers } from '../ledger/settle-due.ts';
import { actsOf, type Acts } from '../../testing/acts.ts';
import { checkEngine } from '../../testing/engine-checks.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { PROGRAM_TEMPLATES, templatesIn } from './templates.ts';

describe.each(ENGINES)('a year with a template, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: Acts;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  const begin = async (templateId: string, on: string): Promise<void> => {
    const template = PROGRAM_TEMPLATES.find(({ id }) => id === templateId);
    if (template === undefined) throw new Error(`There is no template ${templateId}.`);
    world = await openWorld(test.store, template.document);
    acts = actsOf(world);
    world.clock.at = Date.parse(on);
  };
  const until = async (on: string): Promise<void> => {
    world.clock.at = Date.parse(on);
    await settleDueShoppers(world.deps);
  };
  /** An order placed, paid, sent and delivered on a day. */
  const buy = async (
    id: string,
    on: string,
    lines: OrderState['lines'],
    change: Partial<OrderState> = {},
  ) => {
    await until(on);
    const { currency } = (await (await world.merchant('GET', '/v1/program')).json()) as {
      currency: string;
    };
    const day = { placedAt: on, paidAt: on, fulfilledAt: on, deliveredAt: on, updatedAt: on };
    return acts.put(id, anOrder({ ...day, currency, taxesIncluded: true, lines, ...change }));
  };
  const redeem = async (key: string, body: object) =>
    (
      await world.storefront('POST', '/redemptions', {
        token: await world.token('ada'),
        body,
        headers: { 'idempotency-key': key },
      })
    ).json();
  const balance = async () => (await acts.me()).balance;
  const finish = (templateId: string): Promise<void> => {
    const template = PROGRAM_TEMPLATES.find(({ id }) => id === templateId);
    if (template === undefined) throw new Error(`There is no template ${templateId}.`);
    return checkEngine(test.url, world, template.document);
  };

  it('points and ranks: normal and limited-time points, a rank that rises and falls', async () => {
    await begin('points-and-ranks', '2026-01-10T03:00:00Z');
    await acts.me();
    await world.storefront('PATCH', '/me', {
      token: await world.token('ada'),
      body: { birthday: '06-15' },
    });
    // ¥10,050 with tax: 101 points rounded up, and 300 that last sixty days.
    const first = await buy('1', '2026-01-10T04:00:00Z', [aLine('a', 10_050)]);
    expect(first.receipts.map(({ ruleId, awarded }) => [ruleId, awarded])).toEqual([
      ['order', 101],
      ['first-order', 300],
    ]);
    expect(await balance()).toMatchObject({ pending: 401, available: 100 });
    await until('2026-01-24T04:00:00Z');
    expect(await balance()).toMatchObject({
      pending: 0,
      available: 501,
      nextExpiry: { points: 300, limited: true, at: '2026-03-25T04:00:00.000Z' },
    });
    // Limited-time points go first: after a redemption of 200, a hundred of them are left.
    expect(await redeem('a', { rewardId: 'discount', points: 200 })).toMatchObject({
      voucher: { valueMinor: 200 },
    });
    await until('2026-02-23T05:00:00Z');
    // The code was not used: its points are back where they came from, with their own end.
    expect(await balance()).toMatchObject({ available: 501, nextExpiry: { points: 300 } });
    await until('2026-03-25T05:00:00Z');
    expect(await balance()).toMatchObject({ available: 201 });
    // ¥25,000 makes ¥35,050: silver from then on, one and a half times the points.
    await buy('2', '2026-04-01T00:00:00Z', [aLine('a', 25_000)]);
    expect((await acts.me()).tier).toMatchObject({ id: 'silver', next: { missing: 64_950 } });
    expect((await buy('3', '2026-05-01T00:00:00Z', [aLine('a', 10_000)])).points.posted).toBe(150);
    await until('2026-06-15T00:00:00Z');
    expect(await balance()).toMatchObject({ available: 1101 });
    await until('2026-06-17T00:00:00Z');
    expect((await acts.me()).nudges).toContainEqual(
      expect.objectContaining({ kind: 'pointsExpire', points: 500, limited: true }),
    );
    await until('2026-07-17T00:00:00Z');
    expect(await balance()).toMatchObject({ available: 601 });
    // Half of the third order goes back: half of its points, at its own rate.
    const half = [aLine('a', 10_000, { refundedMinor: 5000 })];
    await buy('3', '2026-07-18T00:00:00Z', half, {
      placedAt: '2026-05-01T00:00:00Z',
      paidAt: '2026-05-01T00:00:00Z',
      fulfilledAt: '2026-05-01T00:00:00Z',
    });
    expect(await balance()).toMatchObject({ available: 526 });
    // A year after the spring the rank is only kept by grace, and then lost.
    await until('2027-04-10T00:00:00Z');
    expect((await acts.me()).tier).toMatchObject({ id: 'silver' });
    await until('2027-05-02T00:00:00Z');
    expect((await acts.me()).tier).toMatchObject({ id: 'regular' });
    // And a year after the last order, what is left of the normal points ends together.
    expect(await balance()).toMatchObject({ available: 0 });
    await finish('points-and-ranks');
  });

  it('the club: status for a year and the next, more for members, debt that is repaid', async () => {
    await begin('vip-by-spend', '2026-02-01T15:00:00Z');
    await acts.me();
    const order = await buy('1', '2026-02-01T16:00:00Z', [aLine('a', 60_000)], {
      taxesIncluded: false,
    });
    expect(order.points.posted).toBe(3000);
    expect((await acts.me()).tier).toMatchObject({
      id: 'vip',
      next: { id: 'icon', missing: 90_000 },
    });
    // 200 for joining and 500 for the status are there; the order's wait for thirty days.
    expect(await balance()).toMatchObject({ pending: 3000, available: 700 });
    expect((await acts.me()).rewards.find(({ id }) => id === 'shipping')).toMatchObject({
      points: 100,
    });
    await until('2026-03-10T00:00:00Z');
    expect(await balance()).toMatchObject({ pending: 0, available: 3700 });
    for (const key of ['a', 'b', 'c']) await redeem(key, { rewardId: 'off10' });
    expect(await balance()).toMatchObject({ available: 700, held: 3000 });
    // All of it goes back: 2300 more than there are, and the next points repay them.
    const back = [aLine('a', 60_000, { refundedMinor: 60_000 })];
    const then = '2026-02-01T16:00:00Z';
    await buy('1', '2026-03-11T00:00:00Z', back, {
      placedAt: then,
      paidAt: then,
      taxesIncluded: false,
    });
    expect(await balance()).toMatchObject({ available: 0, debt: 2300, held: 3000 });
    expect((await acts.me()).tier).toMatchObject({ id: 'member' });
    await buy('2', '2026-05-01T00:00:00Z', [aLine('a', 80_000)], { taxesIncluded: false });
    await until('2026-06-01T00:00:00Z');
    // The codes lapsed after ninety days is still to come; 4000 less the debt.
    expect(await balance()).toMatchObject({ available: 1700, debt: 0, held: 3000 });
    await until('2026-06-09T00:00:00Z');
    expect(await balance()).toMatchObject({ available: 4700, held: 0 });
    // Back in the status of this year, it lasts to the end of the next one.
    expect((await acts.me()).tier).toMatchObject({
      id: 'vip',
      keep: { until: '2028-01-01T05:00:00.000Z', missing: 40_000 },
    });
    await until('2027-02-01T16:00:00Z');
    // A year a member: 300 for the anniversary.
    expect(await balance()).toMatchObject({ available: 5000 });
    await until('2028-01-01T06:00:00Z');
    expect((await acts.me()).tier).toMatchObject({ id: 'member' });
    await finish('vip-by-spend');
  });

  it('good causes: refills count for more, badges are won, and points are given away', async () => {
    await begin('good-causes', '2026-01-05T10:00:00Z');
    await acts.me();
    await world.storefront('POST', '/me/enroll', { token: await world.token('ada') });
    expect(await balance()).toMatchObject({ available: 20 });
    for (let month = 1; month <= 6; month += 1) {
      const on = `2026-0${month}-06T10:00:00Z`;
      const refill = aLine('r', 500, { tags: ['refill'], quantity: 2 });
      const { points } = await buy(`o${month}`, on, [aLine('a', 2000), refill]);
      // 30 for thirty euros, and 30 more for ten euros of refills.
      expect(points.posted).toBe(60);
      await world.merchant('POST', '/v1/activities', {
        dedupeKey: `back-${month}`,
        kind: 'activity',
        activity: 'packaging-returned',
        shopper: { id: 'ada' },
      });
    }
    const me = await acts.me();
    expect(me.badges.map(({ id }) => id).toSorted()).toEqual(['refiller', 'regular', 'returner']);
    expect(me.challenges).toContainEqual(
      expect.objectContaining({ id: 'refill-10', progress: 12, completed: 1 }),
    );
    expect(me.streaks).toEqual([{ id: 'three-months', current: 6, length: 3 }]);
    // Joining 20, five orders matured 300, six returns 60, two streaks 60, ten refills 50.
    expect(me.balance).toMatchObject({ available: 490, pending: 60 });
    for (const key of ['a', 'b'])
      expect(await redeem(key, { rewardId: 'trees' })).toMatchObject({
        state: 'used',
        voucher: null,
      });
    expect(await balance()).toMatchObject({ available: 290, pending: 60, held: 0 });
    await until('2026-12-31T22:59:59Z');
    // What came before July had its half year; it ends with the old year in Berlin.
    expect((await balance()).available).toBeGreaterThan(0);
    await until('2026-12-31T23:00:00Z');
    expect(await balance()).toMatchObject({ available: 0 });
    await finish('good-causes');
  });
});

describe('templates', () => {
  it('are valid programmes in English and Japanese', () => {
    for (const { title, document } of PROGRAM_TEMPLATES)
      for (const text of [title, document.name, ...document.rewards.map(({ name }) => name)])
        expect(Object.keys(text)).toEqual(expect.arrayContaining(['en', 'ja']));
  });

  it.each(['JPY', 'USD', 'EUR', 'KRW', 'KWD'])('are valid programmes in %s', (currency) => {
    for (const { document } of templatesIn(currency)) {
      expect(document.currency).toBe(currency);
      const order = document.earning.find((rule) => rule.on === 'order');
      expect(Object.keys((order && 'per' in order.points && order.points.per) || {})).toEqual([
        currency,
      ]);
      for (const reward of document.rewards)
        if (reward.kind === 'fixedDiscount') expect(reward.value[currency]).toBeGreaterThan(0);
    }
  });

  it('name a discount after what it is in the shop’s currency', () => {
    const rewards = templatesIn('JPY').flatMap(({ document }) => document.rewards);
    expect(rewards.map(({ name }) => name['en'])).toContain('¥1,000 off');
    expect(JSON.stringify(rewards)).not.toContain('$');
  });
});
