import type { Change, Measured } from '@okaeri/shared/changes';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import type { Estimate } from '../../../engagement/surveys/score-rules.ts';
import { wilson } from '../../../platform/lib/interval-rules.ts';
import { round } from '../round-rules.ts';
import type { Parts } from './change-rules.ts';
import { newcombe, type Part } from './compare-rules.ts';

type Compared = Pick<Change, 'now' | 'before' | 'difference' | 'low' | 'high'>;

/** Nothing is compared. */
export const NO_CHANGE = { difference: null, low: null, high: null };

/** Shares of two times, and their difference by Newcombe. */
export const changeOfShares = ({ now, before }: Parts, z: number): Compared => {
  const [measuredNow, measuredBefore] = [shareIn(now), shareIn(before)];
  const isEnough = measuredNow.value !== null && measuredBefore.value !== null;
  return {
    now: measuredNow,
    before: measuredBefore,
    ...(isEnough ? toldOf(newcombe(now, before, z)) : NO_CHANGE),
  };
};

/** Scores of two times, and their difference by the sum of their variances. */
export const changeOfScores = (
  { now, before }: { readonly now: Estimate | null; readonly before: Estimate | null },
  z: number,
): Compared => {
  const [measuredNow, measuredBefore] = [scoreIn(now), scoreIn(before)];
  const told = { now: measuredNow, before: measuredBefore };
  if (now === null || before === null) return { ...told, ...NO_CHANGE };
  if (measuredNow.value === null || measuredBefore.value === null) return { ...told, ...NO_CHANGE };
  const difference = now.centre - before.centre;
  const spread = z * Math.sqrt(now.variance + before.variance);
  const within = { difference, low: difference - spread, high: difference + spread };
  return { ...told, ...toldOf(within) };
};

function shareIn({ count, of }: Part): Measured {
  if (of < INSIGHT_PEOPLE_MIN) return { count, of, value: null, low: null, high: null };
  const { low, high } = wilson(count, of);
  return { count, of, value: round(count / of), low: round(low), high: round(high) };
}

function scoreIn(of: Estimate | null): Measured {
  const n = of?.n ?? 0;
  if (of === null || n < INSIGHT_PEOPLE_MIN)
    return { count: null, of: n, value: null, low: null, high: null };
  return {
    count: null,
    of: n,
    value: round(of.value),
    low: round(of.low),
    high: round(of.high),
  };
}

function toldOf(of: { readonly difference: number; readonly low: number; readonly high: number }) {
  return { difference: round(of.difference), low: round(of.low), high: round(of.high) };
}
