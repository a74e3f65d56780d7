import { describe, expect, it } from 'vitest';
import { minorOf, monthEndsBefore, triangleShown } from './liability-rules.ts';

describe('what points will cost, in the console', () => {
  it('points are worth what all in hand are', () => {
    const ceiling = { points: 2000, minor: 4000 };
    expect(minorOf({ ceiling }, 350)).toBe(700);
    expect(minorOf({ ceiling }, null)).toBeNull();
    expect(minorOf({ ceiling: { points: 0, minor: 0 } }, 10)).toBeNull();
  });

  it('months before a day end on their last days, across years and in February', () => {
    expect(monthEndsBefore('2026-03-31', 3)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28']);
    expect(monthEndsBefore('2024-03-01', 1)).toEqual(['2024-02-29']);
  });

  it('the triangle shows the latest months in which anything was issued', () => {
    const row = (month: string, issued: number) => ({
      month,
      issued,
      redeemed: [],
      unfinished: true,
    });
    const triangle = [row('2026-08', 5), row('2026-09', 0), row('2026-10', 7), row('2026-11', 9)];
    expect(triangleShown({ triangle }, 2).map(({ month }) => month)).toEqual([
      '2026-10',
      '2026-11',
    ]);
  });
});
