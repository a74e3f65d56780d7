import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderState } from '@okaeri/shared/orders';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { partsOf } from '../../../testing/histories.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { rebuildDays } from './settle-days.ts';
import { walkPurchaseDays, type ShopperDays } from './walk-days.ts';

const HISTORIES = {
  SQLite: { ordinary: 60, long: 6000 },
  PostgreSQL: { ordinary: 15, long: 600 },
} as const;

const HOUR_MS = 3_600_000;
const PEOPLE = ['ada', 'bea', 'cleo'] as const;
const ZONES = ['UTC', 'Asia/Tokyo', 'America/New_York'] as const;
/** A yen is worth 0.0067 dollars by the programme; of francs it knows nothing. */
const PROGRAM = testProgram({ rates: { JPY: '0.0067' } });
const EVERY_DAY = 1_000_000;

/** What is said of an order that was placed; the newest saying stands. */
interface Said {
  readonly owner: (typeof PEOPLE)[number] | 'guest' | null;
  readonly placedHour: number;
  readonly priceMinor: number;
  readonly refundedMinor: number;
  readonly paymentStatus: OrderState['paymentStatus'];
  readonly isCancelled: boolean;
}

type Step =
  | { readonly do: 'put'; readonly order: number; readonly said: Said }
  | { readonly do: 'merge'; readonly to: number; readonly from: number }
  | { readonly do: 'erase'; readonly who: number }
  | { readonly do: 'prove'; readonly who: number }
  | { readonly do: 'zone'; readonly timeZone: string };

const said: fc.Arbitrary<Said> = fc.record({
  owner: fc.constantFrom(...PEOPLE, 'guest' as const, null),
  placedHour: fc.integer({ min: -60, max: -1 }),
  priceMinor: fc.constantFrom(0, 1, 999, 4000),
  refundedMinor: fc.constantFrom(0, 0, 1, 500, 4000),
  paymentStatus: fc.constantFrom<OrderState['paymentStatus']>(
    'paid',
    'paid',
    'paid',
    'partiallyPaid',
    'unpaid',
    'voided',
  ),
  isCancelled: fc.constantFrom(false, false, true),
});
const person = fc.nat(PEOPLE.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('put' as const), order: fc.nat(6), said }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('merge' as const), to: person, from: person }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), who: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prove' as const), who: person }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('zone' as const), timeZone: fc.constantFrom(...ZONES) }),
  },
);

/** An order always comes in the same currency: dollars, yen, or francs without a rate. */
const currencyOf = (order: number): string => ['USD', 'JPY', 'CHF'][order % 3] ?? 'USD';

const at = (hour: number): string => new Date(TODAY + hour * HOUR_MS).toISOString();

const stateOf = (order: number, one: Said, hour: number): OrderState => {
  const { owner } = one;
  const guest = { email: 'guest@example.com' };
  return anOrder({
    updatedAt: at(hour),
    placedAt: at(one.placedHour),
    paidAt: at(one.placedHour),
    cancelledAt: one.isCancelled ? at(hour) : null,
    shopper: owner === null ? null : owner === 'guest' ? guest : { id: owner },
    currency: currencyOf(order),
    paymentStatus: one.paymentStatus,
    lines: [
      aLine('a', one.priceMinor, { refundedMinor: Math.min(one.refundedMinor, one.priceMinor) }),
    ],
  });
};

/** What all the shop's orders come to, by day, whoever bought; said as plainly as can be. */
const naiveDays = (orders: ReadonlyMap<number, Said>, timeZone: string): unknown => {
  const days: Record<number, number[]> = {};
  for (const [order, one] of orders) {
    const keptMinor = Math.max(0, one.priceMinor - one.refundedMinor);
    const isPaid = one.paymentStatus === 'paid' || one.paymentStatus === 'partiallyPaid';
    const isSentBack = one.refundedMinor > 0 && one.priceMinor > 0 && keptMinor === 0;
    if (one.owner === null || !isPaid || one.isCancelled || isSentBack) continue;
    const local = DateTime.fromMillis(TODAY + one.placedHour * HOUR_MS, { zone: timeZone });
    const day = Date.UTC(local.year, local.month - 1, local.day) / 86_400_000;
    const [orderCount, value, free, unrated] = days[day] ?? [0, 0, 0, 0];
    const currency = currencyOf(order);
    // Yen have no cents: 4000 of them are 26.80 dollars.
    const minor = currency === 'JPY' ? Math.floor((keptMinor * 67) / 100) : keptMinor;
    const isUnrated = currency === 'CHF';
    days[day] =
      keptMinor === 0
        ? [orderCount ?? 0, value ?? 0, (free ?? 0) + 1, unrated ?? 0]
        : [
            (orderCount ?? 0) + 1,
            (value ?? 0) + (isUnrated ? 0 : minor),
            free ?? 0,
            (unrated ?? 0) + (isUnrated ? 1 : 0),
          ];
  }
  return days;
};

const sumsOf = (shoppers: readonly ShopperDays[]): unknown => {
  const days: Record<number, number[]> = {};
  for (const { days: own } of shoppers)
    for (const { day, orders, valueMinor, freeOrders, withoutRate } of own)
      days[day] = [orders, valueMinor, freeOrders, withoutRate].map(
        (count, i) => count + (days[day]?.[i] ?? 0),
      );
  return days;
};

describe.each(ENGINES)('purchase days on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  /** A shop whose days are counted: from here on they are only moved, until the zone changes. */
  const openCounted = async (): Promise<World> => {
    const world = await openWorld(test.store, PROGRAM);
    await daysIn(world, 'UTC');
    return world;
  };
  const daysIn = async (world: World, timeZone: string): Promise<ShopperDays[]> => {
    const found: ShopperDays[] = [];
    const terms = { timeZone, currency: 'USD' };
    const asked = { shopId: world.keys.shopId, terms, insiderTags: [], until: EVERY_DAY };
    for await (const one of walkPurchaseDays(world.deps.store, asked)) found.push(one);
    return found;
  };
  const differencesIn = async (world: World, timeZone: string) => {
    const by = { shopId: world.keys.shopId, timeZone, currency: 'USD' };
    return (await rebuildDays(world.deps.store, by, { repair: false })).differences;
  };

  /** Does all of it, and gives what was said last of each order, and the zone at the end. */
  const live = async (world: World, steps: readonly Step[]) => {
    const orders = new Map<number, Said>();
    let timeZone: string = 'UTC';
    let hour = 0;
    for (const one of steps) {
      hour += 1;
      if (one.do === 'put') {
        const state = stateOf(one.order, one.said, hour);
        const answer = await world.merchant('PUT', `/v1/orders/${one.order}`, state);
        expect(answer.status).toBeLessThan(300);
        orders.set(one.order, one.said);
      } else if (one.do === 'merge') {
        const from = PEOPLE[one.from];
        await world.merchant('POST', `/v1/shoppers/${PEOPLE[one.to]}/merge`, { from });
      } else if (one.do === 'erase') {
        await world.merchant('DELETE', `/v1/shoppers/${PEOPLE[one.who]}`);
      } else if (one.do === 'prove') {
        const claims = { email: 'guest@example.com', email_verified: true };
        const token = await world.token(PEOPLE[one.who] ?? '', claims);
        await world.storefront('GET', '/me', { token });
      } else {
        timeZone = one.timeZone;
        await world.publish({ ...PROGRAM, timeZone });
      }
    }
    return { orders, timeZone };
  };

  it.each(partsOf(HISTORIES[engine]))(
    'come to what the orders come to, whatever happened to them and to whoever bought, part $part (E70, E12)',
    async ({ histories }) => {
      const history = fc.array(step, { minLength: 1, maxLength: 14 });
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          const world = await openCounted();
          const { orders, timeZone } = await live(world, steps);
          // What is moved with each order needs no counting anew, as long as the zone was always the same.
          if (!steps.some((one) => one.do === 'zone'))
            expect(await differencesIn(world, timeZone)).toEqual([]);
          expect(sumsOf(await daysIn(world, timeZone))).toEqual(naiveDays(orders, timeZone));
          expect(await differencesIn(world, timeZone)).toEqual([]);
        }),
        { numRuns: histories },
      );
    },
    600_000,
  );

  it('are counted anew after a zone that was published for a while (E70)', async () => {
    const world = await openCounted();
    await world.publish({ ...PROGRAM, timeZone: 'Asia/Tokyo' });
    const said: Said = {
      owner: 'ada',
      placedHour: -34,
      priceMinor: 4000,
      refundedMinor: 0,
      paymentStatus: 'paid',
      isCancelled: false,
    };
    await world.merchant('PUT', '/v1/orders/0', stateOf(0, said, 1));
    await world.publish(PROGRAM);
    expect(sumsOf(await daysIn(world, 'UTC'))).toEqual(naiveDays(new Map([[0, said]]), 'UTC'));
  });

  it('18: a cancelled order is as one that never was, and two who merged are as one who always was one', async () => {
    const [merged, always] = [await openCounted(), await openCounted()];
    const one: Said = {
      owner: 'ada',
      placedHour: -20,
      priceMinor: 4000,
      refundedMinor: 0,
      paymentStatus: 'paid',
      isCancelled: false,
    };
    const kept: readonly (readonly [number, Said])[] = [
      [0, one],
      [3, { ...one, owner: 'bea' }],
      [6, { ...one, owner: 'bea', placedHour: -60, priceMinor: 0 }],
    ];
    for (const [order, of] of kept)
      await merged.merchant('PUT', `/v1/orders/${order}`, stateOf(order, of, 1));
    const gone = { ...one, placedHour: -40 };
    await merged.merchant('PUT', '/v1/orders/9', stateOf(9, gone, 1));
    await merged.merchant('PUT', '/v1/orders/9', stateOf(9, { ...gone, isCancelled: true }, 2));
    await merged.merchant('POST', '/v1/shoppers/ada/merge', { from: 'bea' });
    for (const [order, of] of kept)
      await always.merchant(
        'PUT',
        `/v1/orders/${order}`,
        stateOf(order, { ...of, owner: 'ada' }, 1),
      );
    const [found] = await daysIn(merged, 'UTC');
    const [expected] = await daysIn(always, 'UTC');
    expect(expected?.days).toHaveLength(2);
    expect(found?.days).toEqual(expected?.days);
  });
});
