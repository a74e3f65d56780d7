import type { CohortCell, CohortFigures } from '@okaeri/shared/figures';
import { csvLine } from '../lib/csv.ts';

/** Shades of the heat table, from low to high. */
export const HEAT_STEPS = [1, 2, 3, 4, 5] as const;

/** What is shown: who bought in each month, or who had bought again by its end. */
export type HeatView = 'cells' | 'cumulative';

/** The highest share of a month that is over; what still runs is compared with nothing. */
export const highestOf = (cohorts: CohortFigures['cohorts'], view: HeatView): number =>
  Math.max(
    0,
    ...cohorts.flatMap((cohort) =>
      cohort[view].flatMap(({ share, unfinished }) =>
        share === null || unfinished ? [] : [share],
      ),
    ),
  );

/** The shade of a share, by the highest of them; none of what still runs. */
export const stepOf = (
  { share, unfinished }: Pick<CohortCell, 'share' | 'unfinished'>,
  highest: number,
): number => {
  if (share === null || unfinished) return 0;
  if (highest === 0) return 1;
  return Math.min(HEAT_STEPS.length, Math.max(1, Math.ceil((share / highest) * HEAT_STEPS.length)));
};

/** A cell of the table: its row, and its column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, within rows of different lengths; undefined where it leads nowhere. */
export const placeBy = (
  key: string,
  { row, column }: Place,
  lengths: readonly number[],
): Place | undefined => {
  const to: Readonly<Record<string, Place>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: (lengths[row] ?? 1) - 1 },
  };
  const place = to[key];
  if (place === undefined) return undefined;
  const isThere = place.column >= 0 && place.column < (lengths[place.row] ?? 0);
  return isThere ? place : undefined;
};

/** The table as a file for spreadsheets, both ways of counting beside each other. */
export const cohortsCsv = ({ cohorts, asOf }: CohortFigures): string =>
  [
    ['asOf', 'firstMonth', 'people', 'month', 'count', 'share', 'low', 'high'].concat([
      'cumulativeCount',
      'cumulativeShare',
      'cumulativeLow',
      'cumulativeHigh',
      'unfinished',
    ]),
    ...cohorts.flatMap(({ month, size, cells, cumulative }) =>
      cells.map((cell, i) =>
        [asOf, month, size, cell.month, ...figuresOf(cell), ...figuresOf(cumulative[i])]
          .concat([String(cell.unfinished)])
          .map((value) => (value === null ? '' : String(value))),
      ),
    ),
  ]
    .map(csvLine)
    .join('');

function figuresOf(cell: CohortCell | undefined): (number | string | null)[] {
  if (cell === undefined) return [null, null, null, null];
  return [cell.count, cell.share, cell.low, cell.high];
}
