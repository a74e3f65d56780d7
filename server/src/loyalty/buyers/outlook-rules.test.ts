import fc from 'fast-check';
import { expect, it } from 'vitest';
import { againOf, aliveOf, expectedOf } from './outlook-rules.ts';

const FEW_LEAVE = { r: 0.6, alpha: 5, a: 1.5, b: 4 };
const MANY_LEAVE = { r: 0.35, alpha: 6.5, a: 0.7, b: 2.9 };

it('whoever bought once is taken to be there: nothing has shown otherwise', () => {
  expect(aliveOf(FEW_LEAVE, { x: 0, tx: 0, T: 520 })).toBe(1);
});

it.each([0.999_999_9, 1, 1.000_000_1])('nothing breaks where a is %d', (a) => {
  const at = { ...FEW_LEAVE, a };
  const near = expectedOf({ ...FEW_LEAVE, a: 1.0001 }, { x: 3, tx: 40, T: 52 }, 26);
  expect(expectedOf(at, { x: 3, tx: 40, T: 52 }, 26)).toBeCloseTo(near, 3);
});

it.each([
  [1000, 500],
  [3, 5200],
])('%d purchases and %d weeks ahead overflow nothing', (x, weeks) => {
  const expected = expectedOf(MANY_LEAVE, { x, tx: 150, T: 156 }, weeks);
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(x * weeks);
});

const shopper = fc
  .record({ x: fc.integer({ min: 1, max: 60 }), T: fc.integer({ min: 2, max: 300 }) })
  .chain(({ x, T }) => fc.integer({ min: 1, max: T }).map((tx) => ({ x, tx, T })));

it('the longer somebody has not bought, the less likely they are there (invariant 16)', () => {
  fc.assert(
    fc.property(shopper, (history) => {
      const alive = aliveOf(FEW_LEAVE, history);
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
      expect(aliveOf(FEW_LEAVE, { ...history, T: history.T + 1 })).toBeLessThanOrEqual(alive);
      expect(aliveOf(FEW_LEAVE, { ...history, tx: history.tx - 1 })).toBeLessThanOrEqual(alive);
    }),
  );
});

it('of 3 more purchases until week 40 of 52 somebody buys again in 26 weeks with 0.467674 (E76)', () => {
  expect(againOf(FEW_LEAVE, { x: 3, tx: 40, T: 52 }, 26)).toBeCloseTo(0.467674, 6);
});
