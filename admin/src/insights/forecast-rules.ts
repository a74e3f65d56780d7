import type { ForecastFigures } from '@okaeri/shared/figures';
import type { Point } from './line-rules.ts';

export type Weekly = NonNullable<ForecastFigures['weekly']>;

/** What is drawn of a forecast: x from the first week told to the end of the horizon. */
export interface ForecastLines {
  readonly actual: readonly Point[];
  readonly fitted: readonly Point[];
  readonly coming: readonly Point[];
  /** Where the weeks to come begin. */
  readonly today: number;
}

/** Each week, and each step of weeks, in its middle. */
export const forecastLines = ({ past, coming }: Weekly): ForecastLines => {
  const ahead = coming.reduce((sum, { weeks }) => sum + weeks, 0);
  const all = past.length + ahead;
  const at = (week: number): number => week / all;
  const middles = coming.map(({ weeks }, i) => {
    const before = coming.slice(0, i).reduce((sum, step) => sum + step.weeks, 0);
    return at(past.length + before + weeks / 2);
  });
  return {
    actual: past.map(({ count }, i) => ({ x: at(i + 0.5), y: count })),
    fitted: past.map(({ fitted }, i) => ({ x: at(i + 0.5), y: fitted })),
    coming: coming.map(({ value, low, high }, i) => ({
      x: middles[i] ?? 0,
      y: value ?? 0,
      low,
      high,
    })),
    today: at(past.length),
  };
};
