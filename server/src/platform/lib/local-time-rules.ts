import { IANAZone } from 'luxon';
import { DAY_MS, MINUTE_MS } from './clock.ts';

/**
 * The instant at which a clock on the wall shows a time of a local day, which is counted from 1970-01-01. A time that
 * does not exist, since clocks are put forward over it, becomes the first instant after the gap; of one that exists
 * twice, the first.
 *
 * @param minutes of the day: 150 is 02:30
 */
export const instantAt = (day: number, minutes: number, timeZone: string): number => {
  const zone = IANAZone.create(timeZone);
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  // No zone has ever changed twice within two days around one change.
  const before = wall - offsetMs(zone, wall - DAY_MS);
  const after = wall - offsetMs(zone, wall + DAY_MS);
  const shown = [before, after].filter((at) => at + offsetMs(zone, at) === wall);
  return shown.length > 0 ? Math.min(...shown) : endOfGap(zone, after, before);
};

function offsetMs(zone: IANAZone, at: number): number {
  return zone.offset(at) * MINUTE_MS;
}

/** When clocks were put forward, between an instant before it and one after it. */
function endOfGap(zone: IANAZone, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (zone.offset(middle) === zone.offset(from)) low = middle;
    else high = middle;
  }
  return high;
}
