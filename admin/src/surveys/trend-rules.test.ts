import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrendPoint } from '@okaeri/shared/survey-results';
import { breaks, csvOf, goesOn, pictureOf, shareOn } from './trend-rules.ts';

const point = (change: Partial<TrendPoint> = {}): TrendPoint => ({
  wave: '2026Q4',
  version: 1,
  unfinished: false,
  imported: false,
  n: 120,
  value: 20,
  low: 5.2,
  high: 33.8,
  ...change,
});
const FEW = { value: null, low: null, high: null, n: 5 };

describe('the axis of a trend', () => {
  it('has whole steps around every interval', () => {
    const { ticks, low, high } = pictureOf(
      [point(), point({ low: -13.4, high: 13.4 })],
      [-100, 100],
    );
    expect([low, high]).toEqual([-20, 40]);
    expect(ticks).toEqual([-20, 0, 20, 40].filter((tick) => ticks.includes(tick)));
    expect(ticks.at(0)).toBe(-20);
    expect(ticks.at(-1)).toBe(40);
  });

  it('is the whole of what a score can be, where none is known', () => {
    expect(pictureOf([point(FEW)], [-100, 100])).toMatchObject({ low: -100, high: 100 });
  });

  it('holds every point, has few ticks, and never leaves what a score can be', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), (pairs) => {
        const trend = pairs.map(([a, b]) => point({ low: Math.min(a, b), high: Math.max(a, b) }));
        const picture = pictureOf(trend, [-100, 100]);
        expect(picture.low).toBeGreaterThanOrEqual(-100);
        expect(picture.high).toBeLessThanOrEqual(100);
        expect(picture.ticks.length).toBeLessThanOrEqual(8);
        for (const { low, high } of picture.points)
          for (const end of [low ?? 0, high ?? 0]) {
            expect(end).toBeGreaterThanOrEqual(picture.low - 1e-6);
            expect(end).toBeLessThanOrEqual(picture.high + 1e-6);
            expect(shareOn(picture, end)).toBeGreaterThanOrEqual(0);
          }
      }),
    );
  });
});

it('a line goes on between scores of the same words, and breaks before others', () => {
  expect(goesOn(point(), point())).toBe(true);
  expect(goesOn(undefined, point())).toBe(false);
  expect(goesOn(point(FEW), point())).toBe(false);
  expect(goesOn(point(), point({ version: 2 }))).toBe(false);
  expect(goesOn(point({ imported: true }), point())).toBe(false);
  expect(breaks(point(), point({ version: 2 }))).toBe(true);
  expect(breaks(point(), point())).toBe(false);
  expect(breaks(point({ imported: true, version: 0 }), point())).toBe(false);
});

it('a table of it has no score where none is said', () => {
  expect(csvOf([point(FEW)]).split(/\r?\n/u)[1]).toBe('2026Q4,1,5,,,,false');
});
