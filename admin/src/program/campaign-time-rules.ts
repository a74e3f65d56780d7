import { fromWallTime, toWallTime } from '@okaeri/shared/wall-time';

const DAY_MS = 86_400_000;

/** The seven whole days from tomorrow on, of a calendar in the time zone: until midnight, which is no longer part of them. */
export const weekFromTomorrow = (
  now: number,
  timeZone: string | undefined,
): { from: string; until: string } => {
  const today = toWallTime(now, timeZone).slice(0, 'yyyy-mm-dd'.length);
  const beginOf = (days: number): string => {
    const midnight = new Date(Date.parse(`${today}T00:00Z`) + days * DAY_MS);
    const text = midnight.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
    return fromWallTime(text, timeZone) ?? midnight.toISOString();
  };
  return { from: beginOf(1), until: beginOf(8) };
};
