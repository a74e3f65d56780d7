import type {
  CountedShare,
  DifferenceWithin,
  Estimate,
  Figure,
  GapCurve,
} from '@okaeri/shared/figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { isoOf } from '../../../platform/lib/clock.ts';
import type { Store } from '../../../platform/store/store.ts';
import { shareOf } from '../count-rules.ts';
import { walkBuyers, type BuyerDays } from '../forecast/walk-buyers.ts';
import { round, rounded } from '../round-rules.ts';
import { dayOfDate } from './day-rules.ts';
import type { FigureOrder } from './figure-order.ts';
import { survivalOf, type Durations } from './survival-rules.ts';

/** What stands beside every figure. */
export const baseOf = (
  { asOf, now }: FigureOrder,
  of: { readonly definition: string; readonly people: number },
): Figure => ({ takenAt: isoOf(now), asOf, ...of });

/** Everybody who had bought by the day, without free orders. */
export const buyersOf = (store: Store, order: FigureOrder): AsyncGenerator<BuyerDays> =>
  walkBuyers(store, {
    ...order,
    completeFrom: order.settings.completeFrom,
    until: dayOfDate(order.asOf),
    includeFreeOrders: false,
  });

/** Whether enough people stand behind a figure for it to be told. */
export const isTold = (people: number): boolean => people >= INSIGHT_PEOPLE_MIN;

/** A counted share with its interval; of too few the count alone. */
export const countedShare = (count: number, of: number): CountedShare => {
  const { share, low, high } = shareOf(count, of);
  return { count, share: roundIfAny(share), low: roundIfAny(low), high: roundIfAny(high) };
};

/** Nothing is said. */
export const UNTOLD: Estimate = { value: null, low: null, high: null };

/** An estimate as it is told. */
export const told = (
  estimate: { readonly value: number; readonly low: number; readonly high: number } | null,
): Estimate =>
  estimate === null
    ? UNTOLD
    : { value: round(estimate.value), low: round(estimate.low), high: round(estimate.high) };

export const roundIfAny = (value: number | null | undefined): number | null =>
  value == null ? null : round(value);

/** A difference as it is told. */
export const differenceOf = (
  of:
    | { readonly difference: number; readonly low: number; readonly high: number }
    | null
    | undefined,
): DifferenceWithin => ({
  difference: roundIfAny(of?.difference),
  low: roundIfAny(of?.low),
  high: roundIfAny(of?.high),
});

/** A curve as it is told: of too few people, however often they bought, the counts alone. */
export const curveOf = (durations: Durations, people: number): GapCurve => {
  const { curve, medianDays, low, high, closed, open } = survivalOf(durations);
  if (!isTold(people)) return { medianDays: null, low: null, high: null, curve: [], closed, open };
  const points = curve.map(({ day, ...within }) => ({ day, ...rounded(within) }));
  return { medianDays, low, high, curve: points, closed, open };
};

/** How many durations there are. */
export const manyOf = ({ closed, open }: Durations): number =>
  [...closed.values(), ...open.values()].reduce((sum, count) => sum + count, 0);
