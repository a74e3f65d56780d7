import { describe, expect, it } from 'vitest';
import { bandThrough, highestIn, lineThrough, spaced, ticksFor } from './line-rules.ts';

describe('axes', () => {
  it.each([
    [0, [0, 1]],
    [7, [0, 2, 4, 6, 8]],
    [80, [0, 20, 40, 60, 80]],
    [101, [0, 50, 100, 150]],
    [12_388, [0, 5000, 10_000, 15_000]],
    [0.3, [0, 0.1, 0.2, 0.3]],
  ])('up to %d has at most five values, and the last holds it', (highest, ticks) => {
    expect(ticksFor(highest)).toEqual(ticks);
  });

  it('of what is counted has whole values only', () => {
    expect(ticksFor(2, { whole: true })).toEqual([0, 1, 2]);
    expect(ticksFor(9, { whole: true }).every(Number.isInteger)).toBe(true);
  });

  it('marks are thinned to as many as there is room for, beginning with the first', () => {
    expect(spaced(['a', 'b', 'c', 'd', 'e'], 3)).toEqual(['a', 'c', 'e']);
    expect(spaced(['a', 'b'], 6)).toEqual(['a', 'b']);
  });
});

describe('lines', () => {
  const points = [
    { x: 0, y: 10, low: 5, high: 20 },
    { x: 1, y: 20, low: 10, high: 40 },
  ];

  it('the top of the axis holds the ends of intervals, too', () => {
    expect(highestIn([points, [{ x: 0, y: 12 }]])).toBe(40);
    expect(highestIn([])).toBe(0);
  });

  it('a line goes from point to point, its band around it and back', () => {
    expect(lineThrough(points, 40)).toBe('M0 75L100 50');
    expect(bandThrough(points, 40)).toBe('M0 50L100 0L100 75L0 87.5Z');
  });

  it('without intervals there is no band', () => {
    expect(
      bandThrough(
        [
          { x: 0, y: 1 },
          { x: 1, y: 2, low: null, high: null },
        ],
        2,
      ),
    ).toBe('');
  });
});
