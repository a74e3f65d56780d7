import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../../loyalty/buyers/buyer-figures.ts';
import { keepScale } from '../../../loyalty/buyers/kept-scale.ts';
import { findExisting } from '../../../loyalty/shoppers/lock-shopper.ts';
import { DAY_MS, isoOf } from '../../../platform/lib/clock.ts';
import { ENGINES, type TestStore } from '../../../testing/engines.ts';
import { partsOf } from '../../../testing/histories.ts';
import { importShop } from '../../../testing/imported-shop.ts';
import { aLine, anOrder } from '../../../testing/order-states.ts';
import { simulateShop, USUAL_HABITS } from '../../../testing/simulated-shop.ts';
import { TODAY } from '../../../testing/today.ts';
import { openWorld, testProgram, type World } from '../../../testing/world.ts';
import { countScale } from '../scale/count-scale.ts';
import { countFigure } from './count-figure.ts';
import { dayOfDate } from './day-rules.ts';
import type { FigureAsked } from './figure-order.ts';
import { orderFigure } from './take-figure.ts';

const HISTORIES = {
  SQLite: { ordinary: 8, long: 200 },
  PostgreSQL: { ordinary: 3, long: 40 },
} as const;
const TODAY_DAY = Math.floor(TODAY / DAY_MS);
const DAYS = 120;
/** Enough people for figures to say something. */
const CROWD = simulateShop(USUAL_HABITS, { shoppers: 40, days: DAYS, seed: 5 });
const PROGRAM = testProgram({ timeZone: 'Asia/Tokyo' });

const ASKED: readonly FigureAsked[] = [
  { figure: 'cohorts', months: 12 },
  { figure: 'gaps' },
  { figure: 'rfm' },
  { figure: 'forecast', horizonWeeks: 26, includeFreeOrders: false },
  { figure: 'forecast', horizonWeeks: 26, includeFreeOrders: true },
  { figure: 'acquisition' },
  { figure: 'words-and-deeds' },
  { figure: 'effects', period: '2026Q2' },
];

/** An order of a few people, some hours before today. */
const bought = fc.record({
  who: fc.nat(3),
  hoursAgo: fc.integer({ min: 1, max: DAYS * 24 }),
  minor: fc.constantFrom(0, 1, 500, 4000, 900_000_000),
});
type Bought = typeof bought extends fc.Arbitrary<infer Value> ? Value : never;
/** How an order came to nothing in the end. */
const undone = fc.constantFrom('cancelled' as const, 'refunded' as const, 'voided' as const);

const stateOf = ({ who, hoursAgo, minor }: Bought, hour: number, change: object = {}) => {
  const placedAt = isoOf(TODAY - hoursAgo * 3_600_000);
  const updatedAt = isoOf(TODAY + hour);
  const lines = [aLine('a', minor)];
  return anOrder({
    shopper: { id: `p${who}` },
    placedAt,
    paidAt: placedAt,
    updatedAt,
    lines,
    ...change,
  });
};
const endedAs = (
  of: Bought,
  how: typeof undone extends fc.Arbitrary<infer Value> ? Value : never,
) => {
  if (how === 'cancelled') return stateOf(of, 2, { cancelledAt: isoOf(TODAY + 2) });
  if (how === 'voided') return stateOf(of, 2, { paymentStatus: 'voided' });
  return stateOf(of, 2, {
    lines: [aLine('a', of.minor, { refundedMinor: of.minor, refundedQuantity: 1 })],
  });
};

describe.each(ENGINES)('figures of whatever happened on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());

  const openShop = async (): Promise<World> => {
    const world = await openWorld(test.store, PROGRAM);
    await importShop(world, CROWD, TODAY_DAY - DAYS);
    // From here on days are only moved: the first figure counts them all.
    await figuresIn(world, 's0');
    return world;
  };
  const put = async (world: World, id: string, state: object): Promise<void> => {
    const answer = await world.merchant('PUT', `/v1/orders/${id}`, state);
    expect([id, answer.status < 300]).toEqual([id, true]);
  };
  /** Every figure made of purchases, and what one shopper is measured by. */
  const figuresIn = async (world: World, externalId: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const asked of ASKED) {
      const order = await orderFigure(world.deps, await world.shop(), { asOf: undefined, asked });
      if ('refused' in order) throw new Error(order.refused.detail);
      const { answer } = await countFigure(world.deps.store, order.ok);
      found.push(answer);
    }
    const { shopId } = world.keys;
    const document = await countScale(world.deps.store, {
      shopId,
      document: PROGRAM,
      insiderTags: [],
      completeFrom: null,
      asOf: dayOfDate((found[0] as { asOf: string }).asOf),
    });
    await world.deps.store.write((tx) => keepScale(tx, { shopId, document, takenAt: TODAY }));
    const row = await world.deps.store.read((tx) => findExisting(tx, { shopId, externalId }));
    found.push(document);
    found.push(
      row === undefined ? null : await world.deps.store.read((tx) => figuresOf(tx, row, TODAY)),
    );
    return found;
  };

  it.each(partsOf(HISTORIES[engine]))(
    'are those of orders that were kept and of people as they are now: cancelled orders never were, who merged always was one, part $part (invariant 18)',
    async ({ histories }) => {
      const kept = fc.array(bought, { minLength: 1, maxLength: 8 });
      const gone = fc.array(fc.record({ of: bought, how: undone }), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(kept, gone, fc.shuffledSubarray([1, 2, 3]), async (orders, lost, into) => {
          const [lived, plain] = [await openShop(), await openShop()];
          for (const [i, of] of orders.entries()) await put(lived, `k${i}`, stateOf(of, 1));
          // What came for nothing cannot be sent back: it is kept.
          const undoable = lost.filter(({ of, how }) => of.minor > 0 || how !== 'refunded');
          for (const [i, { of }] of undoable.entries()) await put(lived, `g${i}`, stateOf(of, 1));
          for (const [i, { of, how }] of undoable.entries())
            await put(lived, `g${i}`, endedAs(of, how));
          await lived.merchant('PUT', '/v1/shoppers/p0', {});
          for (const from of into) {
            const merge = { from: `p${from}` };
            const answer = await lived.merchant('POST', '/v1/shoppers/p0/merge', merge);
            // Whoever has bought nothing is not known.
            expect([200, 404]).toContain(answer.status);
          }
          await plain.merchant('PUT', '/v1/shoppers/p0', {});
          for (const [i, of] of orders.entries()) {
            const who = into.includes(of.who) ? 0 : of.who;
            await put(plain, `k${i}`, stateOf({ ...of, who }, 1));
          }
          expect(await figuresIn(lived, 'p0')).toEqual(await figuresIn(plain, 'p0'));
        }),
        { numRuns: histories },
      );
    },
    600_000,
  );
});
