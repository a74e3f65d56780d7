const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** An instant as a clock on a wall of the zone shows it, to the minute: `2027-04-01T00:00`. */
export const toWallTime = (at: number | string, timeZone: string | undefined): string => {
  // Sweden writes dates as ISO 8601 does.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(at));
  return shown.replace(' ', 'T');
};

/**
 * The instant at which a clock of the zone shows `2027-04-01T00:00`: the first of
 * two, and where a clock skips that time, as much later as it skips. Undefined
 * for what is no such time.
 */
export const fromWallTime = (text: string, timeZone: string | undefined): string | undefined => {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const withOffsetOf = (at: number): number =>
    asUtc - (Date.parse(`${toWallTime(at, timeZone)}Z`) - at);
  // A clock changes at most once within the two days around it.
  const [early = asUtc, late = asUtc] = [-DAY_MS, DAY_MS]
    .map((ms) => withOffsetOf(Math.floor((asUtc + ms) / MINUTE_MS) * MINUTE_MS))
    .toSorted((a, b) => a - b);
  const isShown = (at: number): boolean => toWallTime(at, timeZone) === text;
  return new Date(isShown(early) ? early : late).toISOString();
};
