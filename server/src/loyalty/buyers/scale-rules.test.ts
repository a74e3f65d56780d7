import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buyerOf,
  cutsOf,
  measureBuyer,
  scoreBy,
  worthOf,
  type Buyer,
  type BuyerScale,
} from './scale-rules.ts';

const TODAY = 20_000;
const SCALE: BuyerScale = {
  asOf: TODAY,
  currency: 'USD',
  timeZone: 'UTC',
  insiderTags: [],
  completeFrom: null,
  people: 30,
  recency: [TODAY - 200, TODAY - 100, TODAY - 50, TODAY - 10],
  frequency: [2, 3, 5, 8],
  usualGapDays: 76,
  bgNbd: { r: 0.6, alpha: 5, a: 1.5, b: 4 },
  gammaGamma: { p: 4, q: 3.5, v: 2000 },
  worth: [1000, 2000, 3000, 8000],
};
const buyer = (change: Partial<Buyer> = {}): Buyer => ({
  days: 1,
  firstDay: TODAY - 364,
  lastDay: TODAY - 364,
  valuedDays: 0,
  valuedMinor: 0,
  knownFrom: TODAY - 364,
  ...change,
});
const day = (at: number, change: object = {}) => ({
  day: at,
  orders: 1,
  valueMinor: 100,
  withoutRate: 0,
  ...change,
});

describe('cuts (E75)', () => {
  it('of 1, 1, 1, 2, 2, 3, 5, 8, 8, 20 are where the scores begin', () => {
    const values = [1, 1, 1, 2, 2, 3, 5, 8, 8, 20];
    expect(cutsOf(values)).toEqual([2, 3, 5, 20]);
    expect(values.map((one) => scoreBy(cutsOf(values), one))).toEqual([
      1, 1, 1, 2, 2, 3, 4, 4, 4, 5,
    ]);
  });

  it('score everybody as the part of all that lies strictly below, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 60 }), (values) => {
        const cuts = cutsOf(values);
        expect(cutsOf(values.toReversed())).toEqual(cuts);
        for (const value of values) {
          const below = values.filter((one) => one < value).length;
          expect(scoreBy(cuts, value)).toBe(1 + Math.floor((5 * below) / values.length));
        }
      }),
    );
  });

  it('of nobody are none', () => {
    expect(cutsOf([])).toEqual([null, null, null, null]);
    expect(scoreBy([null, null, null, null], 9)).toBe(1);
  });
});

describe('what a buyer’s days come to (E70)', () => {
  it('leaves the first day and days of unknown worth out of what repeat days are worth', () => {
    const days = [
      day(1, { orders: 0, valueMinor: 0 }),
      day(3),
      day(5, { valueMinor: 70 }),
      day(9, { valueMinor: 0, withoutRate: 1 }),
      day(12, { orders: 0, valueMinor: 0 }),
    ];
    expect(buyerOf(days)).toEqual({
      days: 3,
      firstDay: 3,
      lastDay: 9,
      valuedDays: 1,
      valuedMinor: 70,
      knownFrom: 1,
    });
  });

  it('is nothing of whoever got free things alone', () => {
    expect(buyerOf([day(1, { orders: 0 })])).toBeUndefined();
  });
});

describe('a buyer measured by the figures', () => {
  it('of 3 more purchases until week 40 of 52 buys again with 47 of 100 in 26 weeks (E76)', () => {
    const one = buyer({ days: 4, lastDay: TODAY - 364 + 280, valuedDays: 3, valuedMinor: 7500 });
    expect(measureBuyer(SCALE, one, TODAY)).toEqual({
      rfmGroup: 'loyal',
      valueGroup: 'middle',
      againPercent: 47,
      usualGapDays: 93,
      overdueDays: 0,
    });
  });

  it.each([
    [76, 0],
    [77, 1],
    [364, 288],
  ])(
    'with two purchases, the last %i days ago, is %i days past the shop’s gap (E74)',
    (ago, late) => {
      const one = buyer({ days: 2, lastDay: TODAY - ago });
      expect(measureBuyer(SCALE, one, TODAY)).toMatchObject({
        usualGapDays: 76,
        overdueDays: late,
      });
    },
  );

  it('with three purchase days has a gap of their own, and where nobody knows one has none', () => {
    const one = buyer({ days: 3, firstDay: TODAY - 50, lastDay: TODAY - 30 });
    expect(measureBuyer(SCALE, one, TODAY)).toMatchObject({ usualGapDays: 10, overdueDays: 20 });
    const unknown = { ...SCALE, usualGapDays: null };
    expect(measureBuyer(unknown, buyer(), TODAY)).toMatchObject({
      usualGapDays: null,
      overdueDays: null,
    });
  });

  it('is told nothing but their own gap where fewer than thirty have bought (E71)', () => {
    const own = { usualGapDays: 10, overdueDays: 20 };
    const one = buyer({ days: 3, firstDay: TODAY - 50, lastDay: TODAY - 30 });
    expect(measureBuyer({ ...SCALE, people: 29 }, one, TODAY)).toEqual({
      rfmGroup: null,
      valueGroup: null,
      againPercent: null,
      ...own,
    });
  });

  it('has no chance and no value where no model was fitted (E76, E77)', () => {
    const untold = { againPercent: null, valueGroup: null };
    expect(measureBuyer({ ...SCALE, bgNbd: null }, buyer(), TODAY)).toMatchObject(untold);
    const { againPercent, valueGroup } = measureBuyer(
      { ...SCALE, gammaGamma: null },
      buyer(),
      TODAY,
    );
    expect([againPercent, valueGroup]).toEqual([20, null]);
  });

  it('has no chance and no value where not all they bought is known (E72)', () => {
    const scale = { ...SCALE, completeFrom: TODAY - 363 };
    expect(worthOf(scale, buyer(), TODAY)).toBeNull();
    expect(measureBuyer(scale, buyer(), TODAY)).toMatchObject({
      rfmGroup: 'lost',
      againPercent: null,
      valueGroup: null,
    });
    expect(worthOf({ ...scale, completeFrom: TODAY - 364 }, buyer(), TODAY)).not.toBeNull();
  });

  it.each([
    [8000, 'high'],
    [7999, 'middle'],
    [2000, 'middle'],
    [1999, 'low'],
  ])('whose worth scores as %i is of the group %s', (least, group) => {
    const worth = worthOf(SCALE, buyer(), TODAY) ?? 0;
    const cuts = SCALE.worth.map((cut) => ((cut ?? 0) * worth) / least);
    expect(measureBuyer({ ...SCALE, worth: cuts }, buyer(), TODAY).valueGroup).toBe(group);
  });

  it('who has bought after the day that is asked of breaks nothing', () => {
    const ahead = buyer({ firstDay: TODAY + 1, lastDay: TODAY + 1, knownFrom: TODAY + 1 });
    expect(measureBuyer(SCALE, ahead, TODAY)).toMatchObject({ rfmGroup: 'new', overdueDays: 0 });
  });
});
