import { describe, expect, it } from 'vitest';
import { axisEnd, csvOf } from './chart-rules.ts';

it.each([
  [[], 0],
  [[0], 0],
  [[-5], 0],
  [[1], 2],
  [[2], 2],
  [[3], 4],
  [[5], 6],
  [[6], 6],
  [[7], 10],
  [[10], 10],
  [[11], 20],
  [[20], 20],
  [[21], 40],
  [[50], 60],
  [[61], 100],
  [[99, 100, 3], 100],
  [[101], 200],
  [[1000], 1000],
  [[999_999], 1_000_000],
  [[1_000_000], 1_000_000],
  [[1_000_001], 2_000_000],
])('the axis of %j ends at %i', (values, end) => {
  expect(axisEnd(values)).toBe(end);
});

describe('a chart as a file for spreadsheets', () => {
  const chart = (months: readonly string[], ...values: readonly (readonly number[])[]) => ({
    title: 'Points',
    months,
    series: values.map((own, index) => ({
      name: `S${index}`,
      tone: 'first' as const,
      values: own,
    })),
  });

  it('has a line of names, and a line for each month with what every series has of it', () => {
    const data = chart(['2026-10', '2026-11'], [1, 2], [30, 40]);
    expect(csvOf(data, 'Month')).toBe('Month,S0,S1\r\n2026-10,1,30\r\n2026-11,2,40\r\n');
  });

  it('has noughts where a series is shorter than the months', () => {
    expect(csvOf(chart(['2026-10', '2026-11'], [1]), 'Month')).toBe(
      'Month,S0\r\n2026-10,1\r\n2026-11,0\r\n',
    );
  });

  it('has the line of names alone where there are no months', () => {
    expect(csvOf(chart([]), 'Month')).toBe('Month\r\n');
  });

  it('sets a name in quotation marks where a comma stands in it', () => {
    const data = { ...chart([]), series: [{ name: 'a, b', tone: 'first' as const, values: [] }] };
    expect(csvOf(data, 'Month')).toBe('Month,"a, b"\r\n');
  });
});
