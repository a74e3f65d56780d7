import type { LiabilityFigures } from '@okaeri/shared/figures';

/** What points are worth, by what all in hand are; null where none are. */
export const minorOf = (
  { ceiling }: Pick<LiabilityFigures, 'ceiling'>,
  points: number | null,
): number | null =>
  points === null || ceiling.points === 0 ? null : (points / ceiling.points) * ceiling.minor;

/** The last days of the months before a day, the earliest first. */
export const monthEndsBefore = (day: string, months: number): readonly string[] => {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return Array.from({ length: months }, (_, i) =>
    new Date(Date.UTC(year, month - months + i, 0)).toISOString().slice(0, 10),
  );
};

/** The triangle as it is shown: months with points, those of the latest rows and columns that fit. */
export const triangleShown = (
  { triangle }: Pick<LiabilityFigures, 'triangle'>,
  most: number,
): LiabilityFigures['triangle'] => triangle.filter(({ issued }) => issued > 0).slice(-most);
