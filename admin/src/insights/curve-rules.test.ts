import { describe, expect, it } from 'vitest';
import { againAt, bandOf, endOf, gapsCsv, lineOf, marksOf } from './curve-rules.ts';

const CURVE = {
  curve: [
    { day: 15, share: 0.8, low: 0.7, high: 0.9 },
    { day: 45, share: 0.5, low: 0.4, high: 0.6 },
  ],
};

describe('the axis of days', () => {
  it('ends with the month that holds every curve, and after 360 days at the latest', () => {
    expect(endOf([CURVE])).toBe(60);
    expect(endOf([])).toBe(30);
    expect(endOf([{ curve: [{ day: 900, share: 0, low: 0, high: 1 }] }])).toBe(360);
  });

  it('has at most seven marks', () => {
    expect(marksOf(60)).toEqual([0, 30, 60]);
    expect(marksOf(360)).toEqual([0, 60, 120, 180, 240, 300, 360]);
  });
});

describe('who has bought again by a day', () => {
  it('is nobody before the first step, and what the last step left after it', () => {
    expect(againAt(CURVE, 14)).toEqual({ share: 0, low: 0, high: 0 });
    expect(againAt(CURVE, 15).share).toBeCloseTo(0.2);
    expect(againAt(CURVE, 300)).toEqual({ share: 0.5, low: 0.4, high: 0.6 });
  });

  it('has the ends of its interval the other way round than who has not', () => {
    const { low, high } = againAt(CURVE, 15);
    expect([low.toFixed(1), high.toFixed(1)]).toEqual(['0.1', '0.3']);
  });
});

describe('the picture of a curve', () => {
  it('goes by steps to the right end', () => {
    expect(lineOf(CURVE, 60)).toBe('M0 100H25V80H75V50H100');
  });

  it('has a band from the upper ends there and the lower ends back', () => {
    expect(bandOf(CURVE, 60)).toBe('M0 100H25V70H75V40H100V60H75V90H25V100H0Z');
  });

  it('leaves out what lies beyond the axis', () => {
    expect(lineOf(CURVE, 30)).toBe('M0 100H50V80H100');
  });
});

it('the file of gaps says who has bought again, by the day', () => {
  const figures = {
    takenAt: '2026-11-28T13:37:00Z',
    asOf: '2026-11-28',
    definition: 'Gaps.',
    people: 40,
    leftOut: 0,
    pooled: { medianDays: 45, low: 15, high: null, closed: 20, open: 20, ...CURVE },
    byOrder: [
      { from: 1, to: 2, medianDays: 45, low: 15, high: null, closed: 20, open: 20, ...CURVE },
    ],
  };
  expect(gapsCsv(figures).trim().split('\r\n')[1]).toBe('2026-11-28,1,2,15,0.2,0.1,0.3');
});
