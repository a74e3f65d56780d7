import { Z_95 } from '../../../platform/lib/interval-rules.ts';

/** How long something took, in days, and how many times: until it happened, or as far as it was seen. */
export interface Durations {
  /** It happened after so many days. */
  readonly closed: ReadonlyMap<number, number>;
  /** It had not happened after so many days. */
  readonly open: ReadonlyMap<number, number>;
}

/** A day on which something happened, and the share of those for whom it had not happened by its end. */
interface CurvePoint {
  readonly day: number;
  readonly share: number;
  /** Where the share lies with 95 % confidence, by Greenwood's interval. */
  readonly low: number;
  readonly high: number;
}

export interface Survival {
  readonly curve: readonly CurvePoint[];
  /** The first day with the curve at or below one half; null where it stays above. */
  readonly medianDays: number | null;
  /** Where the median lies with 95 % confidence; a null end is not known. */
  readonly low: number | null;
  readonly high: number | null;
  readonly closed: number;
  readonly open: number;
}

const HALF = 0.5;
/** Products of fractions that come to one half in truth may lie so far beside it. */
const NEAR = 1e-12;

/**
 * How long it takes, with those counted in for whom it has not happened yet (Kaplan and Meier 1958). The median's
 * interval is where Greenwood's interval of the curve, on the scale of log(−log), crosses one half (Brookmeyer and
 * Crowley 1982; E126). What happens and what is last seen on one day: the first before the second.
 */
export const survivalOf = ({ closed, open }: Durations): Survival => {
  const curve: CurvePoint[] = [];
  const median: { days: number | null; low: number | null; high: number | null } = {
    days: null,
    low: null,
    high: null,
  };
  let atRisk = countOf(closed) + countOf(open);
  let [share, spread] = [1, 0];
  let seen = 0;
  const lastSeen = [...open].toSorted(([a], [b]) => a - b);
  for (const [day, ended] of [...closed].toSorted(([a], [b]) => a - b)) {
    for (; (lastSeen[seen]?.[0] ?? Infinity) < day; seen += 1) atRisk -= lastSeen[seen]?.[1] ?? 0;
    share *= 1 - ended / atRisk;
    spread += ended / (atRisk * (atRisk - ended));
    atRisk -= ended;
    const { low, high } = boundsOf(share, spread);
    curve.push({ day, share, low, high });
    if (low <= HALF + NEAR) median.low ??= day;
    if (share <= HALF + NEAR) median.days ??= day;
    if (high <= HALF + NEAR) median.high ??= day;
  }
  return {
    curve,
    medianDays: median.days,
    low: median.days === null ? null : median.low,
    high: median.days === null ? null : median.high,
    closed: countOf(closed),
    open: countOf(open),
  };
};

/** Greenwood's interval of a share of the curve on the scale of log(−log); at its end nothing bounds it above. */
function boundsOf(share: number, spread: number): { low: number; high: number } {
  if (share <= 0) return { low: 0, high: 1 };
  const log = Math.log(share);
  const deviation = (Z_95 * Math.sqrt(spread)) / Math.abs(log);
  return { low: Math.exp(log * Math.exp(deviation)), high: Math.exp(log * Math.exp(-deviation)) };
}

function countOf(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
