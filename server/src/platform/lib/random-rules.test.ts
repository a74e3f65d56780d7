import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom, seedOf } from './random-rules.ts';

const drawn = <T>(many: number, draw: () => T): T[] => Array.from({ length: many }, draw);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

it('the words from 1, 2, 3, 4 are those the authors’ code gives (E126)', () => {
  const random = createRandom([1, 2, 3, 4]);
  // As `rand_xoshiro` tests them, made by the reference implementation in C.
  expect(drawn(10, () => random.next())).toEqual([
    11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849,
    3_729_100_597, 4_258_142_804,
  ]);
});

it('the same shop, figure and day draw the same, another day something else', () => {
  const of = (day: string) => createRandom(seedOf('shop', 'liability', day));
  const [one, same, other] = [of('2026-04-30'), of('2026-04-30'), of('2026-05-01')].map((random) =>
    drawn(20, () => random.next()),
  );
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
});

it('uniform values fill 0 to 1, normal ones scatter by 1 around 0', () => {
  const random = createRandom(seedOf('spread'));
  const uniform = drawn(20_000, () => random.uniform());
  expect(meanOf(uniform)).toBeCloseTo(0.5, 2);
  expect(meanOf(uniform.map((x) => x * x))).toBeCloseTo(1 / 3, 2);
  const normal = drawn(20_000, () => random.normal());
  expect(meanOf(normal)).toBeCloseTo(0, 1);
  expect(meanOf(normal.map((x) => x * x))).toBeCloseTo(1, 1);
});

it.each([0.4, 1, 7])('Gamma values of shape %d have this mean and variance', (shape) => {
  const random = createRandom(seedOf('gamma', String(shape)));
  const values = drawn(20_000, () => random.gamma(shape));
  expect(meanOf(values) / shape).toBeCloseTo(1, 1);
  expect(meanOf(values.map((x) => (x - shape) ** 2)) / shape).toBeCloseTo(1, 0);
});

it('a number below a bound is whole, and every one comes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.string(), (below, seed) => {
      const random = createRandom(seedOf(seed));
      const seen = new Set(drawn(600, () => random.below(below)));
      expect([...seen].toSorted((a, b) => a - b)).toEqual([
        ...Array.from({ length: below }).keys(),
      ]);
    }),
  );
});
