import type { SurveyChange, TrendPoint } from '@okaeri/shared/survey-results';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { monthBounds } from '../../platform/lib/calendar.ts';
import { changeBetween, countOf, isEnough, type Estimate, type Histogram } from './score-rules.ts';
import { estimateOf, isScored, said } from './results-rules.ts';

/** Waves of a trend that are told: five years of months. */
const TREND_MAX = 60;

/** When a wave, or a month, was open. */
export interface WaveTime {
  readonly key: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly unfinished: boolean;
}

interface CountedScore {
  readonly period: string;
  readonly version: number;
  readonly value: string;
  readonly count: number;
}

interface Point {
  readonly point: TrendPoint;
  readonly estimate: Estimate | null;
}

const MONTH = /^\d{4}-\d{2}$/u;

/** The waves a survey has figures of, in the order of time; a survey that ended closed then. */
export const wavesInTime = (input: {
  readonly periods: readonly string[];
  readonly rows: readonly { key: string; opensAt: number; closesAt: number }[];
  readonly endedAt: number | null;
  readonly timeZone: string;
  readonly now: number;
}): readonly WaveTime[] => {
  const { periods, rows, endedAt, timeZone, now } = input;
  const known = new Map(rows.map((row) => [row.key, row]));
  const ended = endedAt ?? Infinity;
  return [...new Set([...periods, ...known.keys()])]
    .flatMap((key): readonly WaveTime[] => {
      const found = known.get(key) ?? (MONTH.test(key) ? monthBounds(key, timeZone) : null);
      if (found === null || found.opensAt > now) return [];
      const closesAt = Math.max(found.opensAt, Math.min(found.closesAt, ended));
      return [{ key, opensAt: found.opensAt, closesAt, unfinished: now < closesAt }];
    })
    .toSorted((a, b) => a.opensAt - b.opensAt || (a.key < b.key ? -1 : 1));
};

/** Each wave's score, and by version where it was asked in several words; then what came from elsewhere, by month. */
export const trendOf = (input: {
  readonly kind: SurveyKind;
  readonly waves: readonly WaveTime[];
  readonly scores: readonly CountedScore[];
  readonly imported: readonly CountedScore[];
  readonly wording: ReadonlyMap<number, number>;
}): readonly Point[] => {
  const { kind, waves, scores, imported, wording } = input;
  if (!isScored(kind)) return [];
  const estimate = (
    histogram: Histogram,
    rest: Omit<TrendPoint, 'n' | 'value' | 'low' | 'high'>,
  ) => {
    const found = estimateOf(kind, histogram);
    return { estimate: found, point: { ...said(countOf(histogram), found), ...rest } };
  };
  const own = waves.flatMap(({ key, unfinished }): readonly Point[] => {
    const there = scores.filter(({ period }) => period === key);
    const versions = new Set(there.map(({ version }) => wording.get(version) ?? version));
    return [...versions].map((version) => {
      const same = there.filter((one) => (wording.get(one.version) ?? one.version) === version);
      return estimate(histogramOf(same), { wave: key, version, unfinished, imported: false });
    });
  });
  const months = new Set(imported.map(({ period }) => period));
  const brought = [...months].toSorted().map((wave) =>
    estimate(histogramOf(imported.filter(({ period }) => period === wave)), {
      wave,
      version: 0,
      unfinished: false,
      imported: true,
    }),
  );
  return [...brought.slice(-TREND_MAX), ...own.slice(-TREND_MAX)];
};

/** This wave less the closed one before it; null while it is open, or where one of them has too few answers. */
export const changeOf = (
  trend: readonly Point[],
  { wave, version }: { readonly wave: WaveTime | undefined; readonly version: number },
): SurveyChange | null => {
  if (wave === undefined || wave.unfinished) return null;
  const own = trend.filter(({ point }) => !point.imported);
  const at = own.findIndex(({ point }) => point.wave === wave.key && point.version === version);
  const now = own[at];
  // The last of the wave before it; of one asked in two words that with the newer ones.
  const then = own.slice(0, at).findLast(({ point }) => point.wave !== wave.key);
  if (now === undefined || then === undefined || then.point.unfinished) return null;
  if (now.estimate === null || then.estimate === null) return null;
  if (!isEnough(now.estimate.n) || !isEnough(then.estimate.n)) return null;
  const versionChanged = then.point.version !== now.point.version;
  return { wave: then.point.wave, versionChanged, ...changeBetween(now.estimate, then.estimate) };
};

function histogramOf(scores: readonly CountedScore[]): Histogram {
  const counts = new Map<number, number>();
  for (const { value, count } of scores)
    counts.set(Number(value), (counts.get(Number(value)) ?? 0) + count);
  return counts;
}
