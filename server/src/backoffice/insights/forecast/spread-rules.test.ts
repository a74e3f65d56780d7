import { expect, it } from 'vitest';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import { drawFrom, quantileOf, spreadAround } from './spread-rules.ts';

const BOWL = ([x = 0, y = 0]: readonly number[]): number => -(2 * x * x + 2 * x * y + 3 * y * y);
const BY = { many: 4000, seed: seedOf('7'), bound: 7 };
const drawAround = (
  logs: readonly number[],
  of: (at: readonly number[]) => number,
  by: typeof BY,
) => {
  const spread = spreadAround(logs, of);
  return spread === null ? null : drawFrom(spread, by);
};
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

it('draws scatter as the inverse of the Hessian says', () => {
  const draws = drawAround([0, 0], BOWL, BY) ?? [];
  const [xs, ys] = [draws.map(([x = 0]) => x), draws.map(([, y = 0]) => y)];
  // Of [[4, 2], [2, 6]] the inverse is [[6, −2], [−2, 4]] / 20.
  expect(meanOf(xs)).toBeCloseTo(0, 1);
  expect(meanOf(xs.map((x) => x * x))).toBeCloseTo(0.3, 1);
  expect(meanOf(ys.map((y) => y * y))).toBeCloseTo(0.2, 1);
  expect(meanOf(xs.map((x, i) => x * (ys[i] ?? 0)))).toBeCloseTo(-0.1, 1);
});

it('the same seed draws the same, another seed something else', () => {
  expect(drawAround([0, 0], BOWL, BY)).toEqual(drawAround([0, 0], BOWL, BY));
  expect(drawAround([0, 0], BOWL, { ...BY, seed: seedOf('8') })).not.toEqual(
    drawAround([0, 0], BOWL, BY),
  );
});

it('where the likelihood does not fall off on all sides nothing is drawn', () => {
  expect(drawAround([0, 0], ([x = 0, y = 0]) => x * x - y * y, BY)).toBeNull();
  expect(drawAround([0, 0], ([x = 0]) => -x * x, BY)).toBeNull();
});

it('sets beyond the bound are drawn anew', () => {
  const draws = drawAround([0, 0], BOWL, { ...BY, bound: 0.5 }) ?? [];
  expect(draws).toHaveLength(BY.many);
  expect(Math.max(...draws.flat().map(Math.abs))).toBeLessThanOrEqual(0.5);
});

it('where nearly all lies beyond the bound nothing is drawn', () => {
  expect(drawAround([9, 9], BOWL, { ...BY, many: 10 })).toBeNull();
});

it.each([
  [0, 1],
  [0.25, 1.75],
  [0.5, 2.5],
  [1, 4],
])('a part of %d of 1, 2, 3, 4 lies below %d', (part, known) => {
  expect(quantileOf([3, 1, 4, 2], part)).toBe(known);
});
