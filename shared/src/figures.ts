import type { Forecast } from './forecast.ts';

/*
 * The figures of the loyalty loop (E70 to E85, E125, E126). Each says what it is of, of how many people, and how sure
 * it is: a value stands in an interval, and of fewer than thirty people none is told.
 */

/** What stands beside every figure. */
export interface Figure {
  readonly takenAt: string;
  /** The local day the figures are of; what was bought up to its end counts, as it stands now. */
  readonly asOf: string;
  /** What it is, and who is left out. */
  readonly definition: string;
  readonly people: number;
}

/** Until a figure was taken for the first time; asked again, it is there. */
export interface BeingTaken {
  readonly isBeingTaken: true;
}

/** A value, and where it lies with 95 % confidence. Null where nothing can be said. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A difference between two groups. */
export interface DifferenceWithin {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many of a group did something, and their share with Wilson's interval. */
export interface CountedShare {
  readonly count: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share of people who bought in a month, so many after their first. */
export interface CohortCell extends CountedShare {
  /** Months after the first. */
  readonly month: number;
  /** The month still runs: the share enters no comparison. */
  readonly unfinished: boolean;
}

/** Buyers whose first purchase day lies in one month (E73). */
interface Cohort {
  readonly month: string;
  readonly size: number;
  /** Who bought in that month; in the first, on another day than the first. */
  readonly cells: readonly CohortCell[];
  /** Who had bought on another day by the end of that month. */
  readonly cumulative: readonly CohortCell[];
}

/** Of those who had bought lately when a month began, who was lost in it. */
interface ChurnMonth extends CountedShare {
  readonly month: string;
  readonly active: number;
  readonly unfinished: boolean;
}

export interface CohortFigures extends Figure {
  /** People who had bought before all orders are known: they stand in no number here. */
  readonly leftOut: number;
  /** Of everybody who ever bought, who bought on more than one day. */
  readonly repeat: CountedShare & { readonly of: number };
  readonly cohorts: readonly Cohort[];
  /** Days without a purchase after which somebody is lost, and who was, month by month. */
  readonly churn: { readonly lapsedDays: number; readonly months: readonly ChurnMonth[] };
}

/** How long it takes until somebody buys again, by Kaplan and Meier (E74). */
export interface GapCurve {
  readonly medianDays: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** After so many days this share has not bought again. */
  readonly curve: readonly {
    readonly day: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Gaps that ended with a purchase, and those that are still open. */
  readonly closed: number;
  readonly open: number;
}

export interface GapFigures extends Figure {
  /** People who had bought before all orders are known: they stand in no number here. */
  readonly leftOut: number;
  readonly pooled: GapCurve;
  readonly byOrder: readonly (GapCurve & { readonly from: number; readonly to: number })[];
}

/** A group of buyers by how lately, how often and for how much they bought (E75). */
export interface RfmGroupFigures {
  readonly name: string;
  readonly size: number;
  /** Of all buyers. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of what all have spent. */
  readonly spendShare: number | null;
  readonly spendLow: number | null;
  readonly spendHigh: number | null;
  /** What one of them has spent, in minor units. */
  readonly meanMinor: Estimate;
  /** The journey that is for them. */
  readonly journey: 'welcome' | 'winBack' | null;
}

export interface RfmFigures extends Figure {
  readonly currency: string;
  readonly groups: readonly RfmGroupFigures[];
}

export interface ForecastFigures extends Figure, Forecast {
  /** Purchase days after the first, week by week; null where there is no forecast. */
  readonly weekly: {
    /** The last 26 weeks: what was bought, and what the fit makes of them. */
    readonly past: readonly {
      readonly from: string;
      readonly count: number;
      readonly fitted: number;
    }[];
    /** Steps of some weeks to come: what is expected in each of their weeks, of the people of today. */
    readonly coming: readonly (Estimate & { readonly from: string; readonly weeks: number })[];
  } | null;
}

/** What is to be expected of one shopper: never one number alone (E78). */
export interface ShopperForecast extends Figure {
  readonly horizonWeeks: number;
  /** Why nothing can be said; else null. */
  readonly reason: Forecast['reason'] | 'notBought' | 'insider' | 'incomplete';
  /** By what part the shop's forecast, which this is made by, missed the last weeks. */
  readonly backtest: Forecast['backtest'];
  /** How likely the shopper still buys at all. */
  readonly alive: number | null;
  /** How likely they buy nothing in that time. */
  readonly none: number | null;
  /** The mean, and what lies between in 80 of 100 cases. */
  readonly purchases: MeanBetween | null;
  readonly valueMinor: MeanBetween | null;
  readonly currency: string;
}

export interface MeanBetween {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What the points in hand will cost (E79). Money is in minor units of `currency`. */
export interface LiabilityFigures extends Figure {
  readonly currency: string;
  /** All points that are in hand, and what they are worth. */
  readonly ceiling: { readonly points: number; readonly minor: number };
  /** What will still be redeemed of them. */
  readonly expected: PointsWithin;
  /** What will never be. */
  readonly breakage: PointsWithin;
  /** By the month of issue: what was redeemed of it by so many months later; the last of 24 holds all that is later. */
  readonly triangle: readonly {
    readonly month: string;
    readonly issued: number;
    readonly redeemed: readonly number[];
    /** The last of these months still runs. */
    readonly unfinished: boolean;
  }[];
  /** How sales are divided between products and points (IFRS 15, example 52); an export, no audit. */
  readonly accounting: {
    readonly products: number;
    readonly points: number;
    readonly recognised: number;
    readonly left: number;
  } | null;
}

export interface PointsWithin {
  readonly points: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly minor: number | null;
}
