import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import type { BuyerFigures, ValueGroup } from '@okaeri/shared/segments';
import { againOf, expectedOf, type BgNbd } from './outlook-rules.ts';
import { groupOf } from './rfm-group-rules.ts';
import { expectedValueOf, meanValueOf, type GammaGamma } from './worth-rules.ts';

/** The least values that score 2, 3, 4 and 5; null where nobody does. */
export type Cuts = readonly (number | null)[];

/** What one buyer is measured by: what the figures of the whole shop come to, as of a day. */
export interface BuyerScale {
  /** Days are counted from 1970-01-01, in the programme's zone. */
  readonly asOf: number;
  readonly currency: string;
  readonly timeZone: string;
  /** People of the house stand in no model (E9). */
  readonly insiderTags: readonly string[];
  /** Of whoever had bought before, nobody knows how often (E72). */
  readonly completeFrom: number | null;
  readonly people: number;
  readonly recency: Cuts;
  readonly frequency: Cuts;
  /** The shop's median gap, for whoever has too few of their own. */
  readonly usualGapDays: number | null;
  readonly bgNbd: BgNbd | null;
  /** In minor units. */
  readonly gammaGamma: GammaGamma | null;
  readonly worth: Cuts;
}

/** What one buyer's purchase days come to. */
export interface Buyer {
  readonly days: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Days after the first whose value is known, and what they were worth. */
  readonly valuedDays: number;
  readonly valuedMinor: number;
  /** The first day of which anything is known, free orders included. */
  readonly knownFrom: number;
}

interface Day {
  readonly day: number;
  readonly orders: number;
  readonly valueMinor: number;
  readonly withoutRate: number;
}

const SCORES = [2, 3, 4, 5] as const;
const HIGHEST = 5;
const WEEK_DAYS = 7;
/** How far ahead a chance of buying again looks, and what somebody will spend. */
const AGAIN_WEEKS = 26;
const WORTH_WEEKS = 52;
/** From so many purchase days on somebody has a usual gap of their own. */
const OWN_GAP_DAYS = 3;

/** What a shopper's kept days come to; undefined of whoever has bought nothing. */
export const buyerOf = (kept: readonly Day[]): Buyer | undefined => {
  const bought = kept.filter(({ orders }) => orders > 0);
  const [first, ...later] = bought;
  const valued = later.filter(({ withoutRate }) => withoutRate === 0);
  if (first === undefined) return undefined;
  return {
    days: bought.length,
    firstDay: first.day,
    lastDay: later.at(-1)?.day ?? first.day,
    valuedDays: valued.length,
    valuedMinor: valued.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    knownFrom: kept[0]?.day ?? first.day,
  };
};

/** The least values of each score: one more than five times the part of all that lies strictly below (E75). */
export const cutsOf = (values: readonly number[]): Cuts => {
  const sorted = values.toSorted((a, b) => a - b);
  const isFirst = (value: number, i: number): boolean => i === 0 || sorted[i - 1] !== value;
  return SCORES.map(
    (score) =>
      // Of equal values none lies below the others: all of them score as the first.
      sorted.find((value, i) => HIGHEST * i >= (score - 1) * sorted.length && isFirst(value, i)) ??
      null,
  );
};

/** The score of a value, 1 to 5. */
export const scoreBy = (cuts: Cuts, value: number): number =>
  SCORES.reduce<number>((reached, score, i) => {
    const cut = cuts[i];
    return cut != null && value >= cut ? score : reached;
  }, 1);

/** What somebody is expected to spend within a year, in minor units; null where nothing is known of that. */
export const worthOf = (
  scale: Pick<BuyerScale, 'bgNbd' | 'gammaGamma' | 'completeFrom'>,
  buyer: Buyer,
  today: number,
): number | null => {
  const { bgNbd, gammaGamma } = scale;
  if (bgNbd === null || gammaGamma === null || !isComplete(scale, buyer)) return null;
  const { valuedDays: x, valuedMinor } = buyer;
  const each =
    valuedMinor > 0
      ? expectedValueOf(gammaGamma, { x, m: valuedMinor / x })
      : meanValueOf(gammaGamma);
  return expectedOf(bgNbd, historyOf(buyer, today), WORTH_WEEKS) * each;
};

/** What the shop's figures say of one buyer, as of a day. */
export const measureBuyer = (scale: BuyerScale, buyer: Buyer, today: number): BuyerFigures => {
  const { bgNbd } = scale;
  const isTold = scale.people >= INSIGHT_PEOPLE_MIN;
  const worth = isTold ? worthOf(scale, buyer, today) : null;
  const again =
    isTold && bgNbd !== null && isComplete(scale, buyer)
      ? againOf(bgNbd, historyOf(buyer, today), AGAIN_WEEKS)
      : null;
  const usual =
    buyer.days >= OWN_GAP_DAYS
      ? Math.round((buyer.lastDay - buyer.firstDay) / (buyer.days - 1))
      : scale.usualGapDays;
  const [recency, frequency] = [
    scoreBy(scale.recency, buyer.lastDay),
    scoreBy(scale.frequency, buyer.days),
  ];
  return {
    rfmGroup: isTold ? groupOf(recency, frequency, buyer.days) : null,
    valueGroup: worth === null ? null : valueGroupOf(scoreBy(scale.worth, worth)),
    againPercent: again === null ? null : Math.round(again * 100),
    usualGapDays: usual,
    overdueDays: usual === null ? null : Math.max(0, today - buyer.lastDay - usual),
  };
};

function valueGroupOf(score: number): ValueGroup {
  if (score >= HIGHEST) return 'high';
  return score >= 3 ? 'middle' : 'low';
}

function isComplete({ completeFrom }: Pick<BuyerScale, 'completeFrom'>, buyer: Buyer): boolean {
  return completeFrom === null || buyer.knownFrom >= completeFrom;
}

function historyOf({ days, firstDay, lastDay }: Buyer, today: number) {
  return {
    x: days - 1,
    tx: (lastDay - firstDay) / WEEK_DAYS,
    // An order may have been placed after the day that is asked of began somewhere else.
    T: (Math.max(today, lastDay) - firstDay) / WEEK_DAYS,
  };
}
