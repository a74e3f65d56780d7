import { describe, expect, it } from 'vitest';
import { isMissed } from '@okaeri/shared/forecast';
import { forecastLines } from './forecast-rules.ts';

describe('a forecast in the console', () => {
  it('is hidden once it missed the last weeks by more than 25 % (E78)', () => {
    const missedBy = (error: number | null): boolean => isMissed({ weeks: 13, error });
    expect([null, 0.25, 0.250001].map(missedBy)).toEqual([false, false, true]);
  });

  it('places each week and each step of weeks in its middle, with today between them', () => {
    const past = [1, 2].map((count) => ({ from: '2026-11-01', count, fitted: 1.5 }));
    const step = { from: '2026-11-15', value: 1, low: 0.5, high: 2 };
    const lines = forecastLines({
      past,
      coming: [
        { ...step, weeks: 4 },
        { ...step, weeks: 2 },
      ],
    });
    expect(lines.today).toBe(0.25);
    expect(lines.actual.map(({ x }) => x)).toEqual([0.0625, 0.1875]);
    expect(lines.coming.map(({ x }) => x)).toEqual([0.5, 0.875]);
    expect(lines.coming[0]).toMatchObject({ y: 1, low: 0.5, high: 2 });
  });
});
