import { expect, it } from 'vitest';
import { minimise } from './minimise-rules.ts';

it('the bottom of a bent valley is found from either side', () => {
  const valley = ([x = 0, y = 0]: readonly number[]): number =>
    (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  for (const start of [
    [-1.2, 1],
    [3, -2],
    [0, 0],
  ]) {
    const { at, value } = minimise(valley, start);
    expect(at[0]).toBeCloseTo(1, 5);
    expect(at[1]).toBeCloseTo(1, 5);
    expect(value).toBeLessThan(1e-10);
  }
});

it('where a function is Infinity the search does not go', () => {
  const walled = ([x = 0]: readonly number[]): number => (x < 2 ? Infinity : (x - 1) ** 2);
  expect(minimise(walled, [5]).at[0]).toBeCloseTo(2, 5);
});

it('a function that is the same everywhere gives the start', () => {
  expect(minimise(() => 7, [1, 2])).toEqual({ at: [1, 2], value: 7 });
});

it('a search ends after so many steps, and gives the best it has seen', () => {
  let asked = 0;
  const endless = ([x = 0]: readonly number[]): number => {
    asked += 1;
    return -x;
  };
  const { value } = minimise(endless, [0], { stepsMax: 5 });
  expect(asked).toBeLessThan(4 * (2 + 2 * 5) + 1);
  expect(value).toBeLessThan(-10);
});
