import { describe, expect, it } from 'vitest';
import { SIX_AS_OF, SIX_SHOPPERS } from '../../../testing/six-shoppers.ts';
import { createGaps } from './gap-rules.ts';

const counted = (days: readonly number[]): Map<number, number> =>
  new Map(days.map((day) => [day, days.filter((one) => one === day).length]));
const durations = (closed: readonly number[], open: readonly number[]) => ({
  closed: counted(closed),
  open: counted(open),
});

describe('the gaps between purchases of six shoppers (E74)', () => {
  const gaps = createGaps(SIX_AS_OF);
  for (const days of SIX_SHOPPERS) gaps.add(days);
  const { pooled, byOrder } = gaps.read();

  it('are 1, 1, 3, 24, 44, 76, and open ones of 10, 18, 28, 69, 88, 115 days', () => {
    expect(pooled).toEqual(durations([1, 1, 3, 24, 44, 76], [10, 18, 28, 69, 88, 115]));
  });

  it('are told apart from first to second and from second to third', () => {
    expect(byOrder).toEqual([durations([24, 1, 44, 1], [115, 69]), durations([76, 3], [88, 18])]);
  });
});

it('of nobody there are no gaps, and one purchase leaves one open (E74)', () => {
  const gaps = createGaps(10);
  expect(gaps.read().pooled).toEqual(durations([], []));
  gaps.add([4]);
  expect(gaps.read().pooled).toEqual(durations([], [6]));
});
