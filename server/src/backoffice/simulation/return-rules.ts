import { minorUnitsOf } from '@okaeri/shared/currencies';
import type { Estimate } from '@okaeri/shared/figures';
import type { ReturnFigures } from '@okaeri/shared/effect-figures';
import type { Forecast } from '@okaeri/shared/forecast';
import type {
  ReturnAhead,
  ReturnBehind,
  SimulatedReturn,
  Simulation,
} from '@okaeri/shared/simulation';
import { meanValueOf } from '../../loyalty/buyers/worth-rules.ts';

/** A forecast that missed the weeks left out of it by more is not spoken of (E78). */
const MISSED_MAX = 0.25;
/** Days of a quarter, on average. */
const QUARTER_DAYS = 365.25 / 4;

/** What a replay came to, as far as a return is made of it. */
export type Replayed = Pick<Simulation, 'purchaseDays' | 'currency'> & {
  readonly currentCurrency: string;
  readonly currentCostMinor: number;
  readonly draftCostMinor: number;
  /** Days that were replayed. */
  readonly days: number;
};

/** By how much what a programme returns would change with a draft, as far as the figures can tell (E78, E81). */
export const returnWith = (
  replayed: Replayed,
  figures: { readonly forecast: Forecast | null; readonly measured: ReturnFigures | null },
  marginShare: number | null,
): SimulatedReturn => ({
  ahead: aheadOf(replayed, figures.forecast, marginShare),
  behind: behindOf(replayed, figures.measured),
});

/** The cost of points for a purchase day, times the purchase days that are expected (E78). */
function aheadOf(
  replayed: Replayed,
  forecast: Forecast | null,
  marginShare: number | null,
): ReturnAhead {
  const untold = { changeMinor: UNTOLD, purchases: UNTOLD, paysFromMore: null };
  const unable = reasonAgainst(replayed);
  if (unable !== null) return { reason: unable, ...untold };
  if (forecast === null) return { reason: 'notTaken', ...untold };
  const { expected, reason, backtest } = forecast;
  if (expected === null) return { reason: reason ?? 'onBound', ...untold };
  if ((backtest.error ?? 0) > MISSED_MAX) return { reason: 'missed', ...untold };
  const each = -moreOf(replayed) / replayed.purchaseDays;
  const ends = [expected.low, expected.high].map((end) => (end === null ? null : end * each));
  const value = expected.total * each;
  return {
    reason: null,
    purchases: { value: expected.total, low: expected.low, high: expected.high },
    changeMinor: wholeMinor({
      value,
      // Where it costs more, more purchases are the lower end.
      low: (each < 0 ? ends[1] : ends[0]) ?? null,
      high: (each < 0 ? ends[0] : ends[1]) ?? null,
    }),
    paysFromMore: value < 0 ? paysFrom(each, forecast, { marginShare, ...replayed }) : null,
  };
}

/** By what part more people would have to buy for a dearer draft to return as much as today's programme. */
function paysFrom(
  each: number,
  { gammaGamma }: Forecast,
  by: {
    readonly marginShare: number | null;
    readonly currency: string;
    readonly draftCostMinor: number;
    readonly purchaseDays: number;
  },
): number | null {
  if (gammaGamma === null || by.marginShare === null) return null;
  const worthMinor = meanValueOf(gammaGamma) * minorUnitsOf(by.currency);
  // A purchase more brings its margin, and costs what the draft gives for it.
  const brings = worthMinor * by.marginShare - by.draftCostMinor / by.purchaseDays;
  return brings > 0 ? -each / brings : null;
}

/** The quarter that was measured last, with the costs the draft would have had (E81). */
function behindOf(replayed: Replayed, measured: ReturnFigures | null): ReturnBehind {
  const untold = { netMinor: UNTOLD, draftNetMinor: UNTOLD };
  const period = measured?.period ?? null;
  const unable = reasonAgainst(replayed);
  if (unable !== null) return { reason: unable, period, ...untold };
  if (measured === null) return { reason: 'notTaken', period, ...untold };
  if (measured.reason !== null) return { reason: measured.reason, period, ...untold };
  if (measured.netMinor.value === null) return { reason: 'noMargin', period, ...untold };
  const more = (moreOf(replayed) / replayed.days) * QUARTER_DAYS;
  const less = (end: number | null): number | null => (end === null ? null : end - more);
  const { value, low, high } = measured.netMinor;
  return {
    reason: null,
    period,
    netMinor: wholeMinor(measured.netMinor),
    draftNetMinor: wholeMinor({ value: less(value), low: less(low), high: less(high) }),
  };
}

function reasonAgainst(replayed: Replayed): 'nothingReplayed' | 'otherCurrency' | null {
  if (replayed.currency !== replayed.currentCurrency) return 'otherCurrency';
  return replayed.purchaseDays === 0 || replayed.days <= 0 ? 'nothingReplayed' : null;
}

/** What the draft's points cost more than today's. */
function moreOf({ draftCostMinor, currentCostMinor }: Replayed): number {
  return draftCostMinor - currentCostMinor;
}

const UNTOLD: Estimate = { value: null, low: null, high: null };

function wholeMinor({ value, low, high }: Estimate): Estimate {
  // No −0: it is written otherwise than 0.
  const whole = (one: number | null): number | null => (one === null ? null : Math.round(one) + 0);
  return { value: whole(value), low: whole(low), high: whole(high) };
}
