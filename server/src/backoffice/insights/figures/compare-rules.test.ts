import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Z_99 } from '../../../platform/lib/interval-rules.ts';
import {
  armsFit,
  meanWithin,
  momentsOf,
  newcombe,
  relativeOf,
  smallestEffect,
  welch,
} from './compare-rules.ts';

describe('Newcombe’s interval (E80)', () => {
  it.each([
    [1080, 4500, 105, 500, 0.03, -0.009779, 0.065753],
    [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
    [900, 4500, 100, 500, 0, -0.039001, 0.034826],
  ])('of %i of %i against %i of %i is %d, %d to %d', (...row) => {
    const [a, ofA, b, ofB, ...known] = row;
    const { difference, low, high } = newcombe({ count: a, of: ofA }, { count: b, of: ofB });
    for (const [i, value] of [difference, low, high].entries())
      expect(value).toBeCloseTo(known[i] ?? Number.NaN, 6);
  });

  it('holds the difference, turns around with the groups, and is wider with 99 of 100', () => {
    const part = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })));
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [one, other, wide] = [newcombe(a, b), newcombe(b, a), newcombe(a, b, Z_99)];
        expect(one.low).toBeLessThanOrEqual(one.difference);
        expect(one.high).toBeGreaterThanOrEqual(one.difference);
        expect(other.low).toBeCloseTo(-one.high, 12);
        expect(wide.low).toBeLessThanOrEqual(one.low);
        expect(wide.high).toBeGreaterThanOrEqual(one.high);
      }),
    );
  });
});

describe('Welch’s difference (E80)', () => {
  const fromSums = (n: number, sum: number, squares: number) => ({
    n,
    mean: sum / n,
    variance: (squares - sum ** 2 / n) / (n - 1),
  });
  const held = fromSums(3407, 1396.87, 52_377.9767);
  const treated = fromSums(3461, 2422.7, 134_698.29);

  it('of GrowthBook’s public example is 0.29, 0.045378 to 0.534622, p 0.020158', () => {
    const between = welch(treated, held);
    expect(between?.difference).toBeCloseTo(0.29, 10);
    expect(between?.deviation).toBeCloseTo(0.124784, 6);
    expect(between?.freedom).toBeCloseTo(5841.74, 2);
    expect(between?.low).toBeCloseTo(0.045378, 6);
    expect(between?.high).toBeCloseTo(0.534622, 6);
    expect(between?.p).toBeCloseTo(0.020158, 6);
  });

  it('is 0.707317 of the held mean, −0.035260 to 1.449894', () => {
    const relative = relativeOf(treated, held);
    expect(relative?.difference).toBeCloseTo(0.707317, 6);
    expect(relative?.low).toBeCloseTo(-0.03526, 6);
    expect(relative?.high).toBeCloseTo(1.449894, 6);
  });

  it('is not said of one person, or where nobody differs', () => {
    const same = { n: 40, mean: 5, variance: 0 };
    expect(welch(same, same)).toBeNull();
    expect(welch({ n: 1, mean: 5, variance: 0 }, treated)).toBeNull();
    expect(relativeOf(treated, { ...held, mean: 0 })).toBeNull();
    expect(meanWithin({ n: 1, mean: 5, variance: 0 })).toBeNull();
  });

  it('moments do not depend on the order of values, and the mean lies in its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 2 }), (values) => {
        const moments = momentsOf(values);
        expect(momentsOf(values.toReversed())).toEqual(moments);
        const within = meanWithin(moments);
        expect(within?.low).toBeLessThanOrEqual(moments.mean);
        expect(within?.high).toBeGreaterThanOrEqual(moments.mean);
      }),
    );
  });
});

describe('arms as they were drawn (E80)', () => {
  it.each([
    [4612, 388, 27.8756, 1.3e-7, false],
    [4478, 522, 1.0756, 0.2997, true],
    [4250, 750, 138.8889, 0, false],
  ])(
    '90 to 10 planned, %i to %i found: χ² %d, p %d, fits %s',
    (treated, held, ...[square, p, fits]) => {
      const found = armsFit({ treated, held }, 0.1);
      expect(found.chiSquare).toBeCloseTo(square, 4);
      expect(found.p).toBeCloseTo(p, 4);
      expect(found.fits).toBe(fits);
    },
  );
});

it.each([
  [20_000, 0.1, 0.0264],
  [5000, 0.1, 0.0528],
  [1000, 0.1, 0.1181],
  [20_000, 0.2, 0.0198],
  [200_000, 0.05, 0.0115],
  [320, 0.1, 0.2088],
])(
  'of %i people with %d held an effect of %d is seen in 80 of 100 times (E80)',
  (all, part, least) => {
    const arms = { treated: all * (1 - part), held: all * part };
    expect(smallestEffect(arms, 0.2)).toBeCloseTo(least, 4);
  },
);
