import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import type { Change } from '@okaeri/shared/changes';

/** Days without anything to say after which an alert is over (E83). */
const QUIET_DAYS = 7;

/**
 * Whether a change may be said: at least 30 people stand behind both, and its interval excludes 0. It is looked at every
 * day, so that interval is one of 99 % (E83).
 */
export const isWorthSaying = ({
  now,
  before,
  low,
  high,
}: Pick<Change, 'now' | 'before' | 'low' | 'high'>): boolean =>
  Math.min(now.of, before.of) >= INSIGHT_PEOPLE_MIN &&
  low !== null &&
  high !== null &&
  (low > 0 || high < 0);

/** What becomes of a figure's alert on a day: it opens, is said again, is over, or stays as it is. */
export const followAlert = (
  open: { readonly saidDay: number } | null,
  { isSaid, today }: { readonly isSaid: boolean; readonly today: number },
): 'open' | 'say' | 'close' | 'stay' => {
  if (isSaid) return open === null ? 'open' : 'say';
  return open !== null && today - open.saidDay >= QUIET_DAYS ? 'close' : 'stay';
};
