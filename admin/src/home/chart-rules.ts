import { csvLine } from '../lib/csv.ts';

/** One kind of bar: what it is called, its colour, and its length in each month. */
interface Series {
  readonly name: string;
  readonly tone: 'first' | 'second' | 'third';
  readonly values: readonly number[];
}

/** What a chart shows. */
export interface ChartData {
  readonly title: string;
  /** `2026-11`, the latest last. */
  readonly months: readonly string[];
  readonly series: readonly Series[];
}

/** The end of an axis: the least of 1, 2, 4 and 6 times a power of ten that nothing goes beyond, whole at its half too. */
export const axisEnd = (values: readonly number[]): number => {
  const most = Math.max(0, ...values);
  if (most === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 4, 6].find((one) => one * power >= most) ?? 10;
  return Math.max(2, step * power);
};

/** A chart as a file for spreadsheets. */
export const csvOf = ({ months, series }: ChartData, monthTitle: string): string =>
  [
    [monthTitle, ...series.map(({ name }) => name)],
    ...months.map((month, i) => [month, ...series.map(({ values }) => String(values[i] ?? 0))]),
  ]
    .map(csvLine)
    .join('');
