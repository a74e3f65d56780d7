import type { TrendPoint } from '@okaeri/shared/survey-results';
import { csvLine } from '../lib/csv.ts';

/** Waves that have room beside each other. */
const SHOWN_MAX = 12;

/** A trend as it is drawn: its newest points, and the axis they stand on. */
export interface TrendPicture {
  readonly points: readonly TrendPoint[];
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** The newest points, on an axis of whole steps that holds every interval, within what a score can be. */
export const pictureOf = (
  trend: readonly TrendPoint[],
  [least, most]: readonly [low: number, high: number],
): TrendPicture => {
  const points = trend.slice(-SHOWN_MAX);
  const ends = points.flatMap(({ low, high }) =>
    low === null || high === null ? [] : [low, high],
  );
  const step = stepOf(
    ends.length === 0 ? most - least : Math.max(...ends) - Math.min(...ends),
    most,
  );
  const low = ends.length === 0 ? least : Math.max(least, floorTo(Math.min(...ends), step));
  const high = ends.length === 0 ? most : Math.min(most, -floorTo(-Math.max(...ends), step));
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, at) => clean(low + at * step));
  return { points, ticks: ticks.filter((tick) => tick <= high + step / 10), low, high };
};

/** Where a value stands on the axis, as a share of it from below. */
export const shareOn = ({ low, high }: TrendPicture, value: number): number =>
  high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));

/**
 * Whether the line goes on from the point before: not over a wave without a score, other words, or answers of another
 * tool.
 */
export const goesOn = (before: TrendPoint | undefined, now: TrendPoint): boolean =>
  before !== undefined &&
  before.value !== null &&
  now.value !== null &&
  before.version === now.version &&
  before.imported === now.imported;

/** Whether other words were asked from here on. */
export const breaks = (before: TrendPoint | undefined, now: TrendPoint): boolean =>
  before !== undefined && !before.imported && !now.imported && before.version !== now.version;

/** A trend as a file for spreadsheets. */
export const csvOf = (trend: readonly TrendPoint[]): string =>
  [
    ['wave', 'version', 'answers', 'score', 'low', 'high', 'imported'],
    ...trend.map((one) =>
      [one.wave, one.version, one.n, one.value, one.low, one.high, one.imported].map((value) =>
        value === null ? '' : String(value),
      ),
    ),
  ]
    .map(csvLine)
    .join('');

/** The least of 1, 2 and 5 times a power of ten with at most six of it in the room there is. */
function stepOf(room: number, most: number): number {
  const wanted = Math.max(room, most / 10) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((one) => one * power >= wanted) ?? 10) * power;
}

function floorTo(value: number, step: number): number {
  return clean(Math.floor(value / step + 1e-9) * step);
}

function clean(value: number): number {
  return Number(value.toFixed(6));
}
