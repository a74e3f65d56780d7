import type { RandomState } from '../../../platform/lib/random-rules.ts';
import { expectedOfNew, type BgNbd } from '../../../loyalty/buyers/outlook-rules.ts';
import { drawParameters, type Model } from './forecast-rules.ts';
import { quantileOf } from './spread-rules.ts';

const TAIL = 0.025;

/** How likely somebody new buys again within so many weeks: at first nobody has left. */
export const repeatShareOf = ({ r, alpha }: Pick<BgNbd, 'r' | 'alpha'>, weeks: number): number =>
  1 - (alpha / (alpha + weeks)) ** r;

/** The same fit with people who buy faster, until that share is higher by so much; null where that is all or more. */
export const withRepeatShare = (fit: BgNbd, weeks: number, more: number): BgNbd | null => {
  const share = repeatShareOf(fit, weeks) + more;
  if (share >= 1) return null;
  const still = (1 - share) ** (1 / fit.r);
  return { ...fit, alpha: (weeks * still) / (1 - still) };
};

/** What a higher share of people who buy again would bring: purchase days of one new buyer, in the weeks. */
export interface Retention {
  readonly now: number;
  readonly raised: number;
  readonly more: number;
  /** By the parameters that may as well have been fitted; null where nothing is known of them. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What some points more of the repeat share would be worth by the shop's own fit (E125): of one new buyer, with the
 * interval of E78, which is of the parameters alone. Null where there is no fit, or the share would be all.
 */
export const retentionOf = (
  { bgNbd, spread }: Model,
  by: { readonly weeks: number; readonly more: number; readonly seed: RandomState },
): Retention | null => {
  if (typeof bgNbd === 'string') return null;
  const { weeks, more } = by;
  const found = gainOf(bgNbd.parameters, weeks, more);
  if (found === null) return null;
  const share = repeatShareOf(bgNbd.parameters, weeks);
  const draws = drawParameters(spread, by.seed)?.flatMap(
    (parameters) => gainOf(parameters, weeks, more) ?? [],
  );
  const isKnown = draws !== undefined && draws.length > 0;
  return {
    now: share,
    raised: share + more,
    more: found,
    low: isKnown ? quantileOf(draws, TAIL) : null,
    high: isKnown ? quantileOf(draws, 1 - TAIL) : null,
  };
};

function gainOf(fit: BgNbd, weeks: number, more: number): number | null {
  const raised = withRepeatShare(fit, weeks, more);
  return raised === null ? null : expectedOfNew(raised, weeks) - expectedOfNew(fit, weeks);
}
