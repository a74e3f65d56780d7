import { describe, expect, it } from 'vitest';
import type { CohortCell, CohortFigures } from '@okaeri/shared/figures';
import { cohortsCsv, highestOf, placeBy, stepOf } from './heat-rules.ts';

const cell = (month: number, share: number | null, unfinished = false): CohortCell => ({
  month,
  count: 12,
  share,
  low: share,
  high: share,
  unfinished,
});

const FIGURES: CohortFigures = {
  takenAt: '2026-11-28T13:37:00Z',
  asOf: '2026-11-28',
  definition: 'Shares.',
  people: 130,
  leftOut: 0,
  repeat: { count: 40, of: 130, share: 0.3, low: 0.2, high: 0.4 },
  cohorts: [
    {
      month: '2026-10',
      size: 100,
      cells: [cell(0, 0.1), cell(1, 0.9, true)],
      cumulative: [cell(0, 0.1), cell(1, 0.95, true)],
    },
    { month: '2026-11', size: 30, cells: [cell(0, null, true)], cumulative: [cell(0, null, true)] },
  ],
  churn: { lapsedDays: 180, months: [] },
};

describe('shades of the heat table', () => {
  it('are by the highest share of months that are over', () => {
    const highest = highestOf(FIGURES.cohorts, 'cells');
    expect(highest).toBe(0.1);
    expect(stepOf(cell(0, 0.1), highest)).toBe(5);
    expect(stepOf(cell(0, 0.01), highest)).toBe(1);
    expect(stepOf(cell(0, 0), highest)).toBe(1);
  });

  it('are left out of a month that runs and where nothing is told', () => {
    expect(stepOf(cell(1, 0.9, true), 0.1)).toBe(0);
    expect(stepOf(cell(1, null), 0.1)).toBe(0);
    expect(stepOf(cell(1, 0), 0)).toBe(1);
  });
});

describe('arrow keys in the heat table', () => {
  const lengths = [3, 2, 0];
  it('lead to the cell beside, and to the ends of a row', () => {
    expect(placeBy('ArrowRight', { row: 0, column: 0 }, lengths)).toEqual({ row: 0, column: 1 });
    expect(placeBy('ArrowDown', { row: 0, column: 1 }, lengths)).toEqual({ row: 1, column: 1 });
    expect(placeBy('End', { row: 0, column: 0 }, lengths)).toEqual({ row: 0, column: 2 });
    expect(placeBy('Home', { row: 1, column: 1 }, lengths)).toEqual({ row: 1, column: 0 });
  });

  it('lead nowhere beyond a row that ends sooner, and other keys lead nowhere at all', () => {
    expect(placeBy('ArrowDown', { row: 0, column: 2 }, lengths)).toBeUndefined();
    expect(placeBy('ArrowDown', { row: 1, column: 0 }, lengths)).toBeUndefined();
    expect(placeBy('ArrowLeft', { row: 0, column: 0 }, lengths)).toBeUndefined();
    expect(placeBy('Tab', { row: 0, column: 0 }, lengths)).toBeUndefined();
  });
});

it('the file of cohorts has both ways of counting, and nothing where nothing is told', () => {
  const [head, , running, few] = cohortsCsv(FIGURES).trim().split('\r\n');
  expect(head?.split(',')).toHaveLength(13);
  expect(running).toBe('2026-11-28,2026-10,100,1,12,0.9,0.9,0.9,12,0.95,0.95,0.95,true');
  expect(few).toBe('2026-11-28,2026-11,30,0,12,,,,12,,,,true');
});
