import type { ContactKind } from './contacts.ts';
import type { Forecast } from './forecast.ts';
import type { Stage } from './segments.ts';
import type { CountedShare, DifferenceWithin, Estimate, Figure } from './figures.ts';

/* What the programme does: effects, the map of stages, return, costs, and words beside deeds (E80 to E82, E125, E126). */

/** What may be said of an experiment (E80). */
export type EffectState = 'measuring' | 'done' | 'mismatch' | 'notEnough' | 'noHoldout';

/** One arm of an experiment; outcomes are told once the experiment has ended. */
interface ArmFigures {
  readonly people: number;
  readonly outcomes: number | null;
}

/** What an experiment shows: the difference between those it was drawn for and those who were held (E80). */
export interface EffectFigures extends Figure {
  readonly journeyId: string;
  readonly period: string;
  readonly endsOn: string;
  readonly state: EffectState;
  readonly currency: string;
  readonly heldShare: number;
  readonly treated: ArmFigures;
  readonly held: ArmFigures;
  readonly outcome: { readonly name: 'order'; readonly days: number };
  /** The smallest difference of shares that experiments of this size find 80 times of 100. */
  readonly smallestEffect: number | null;
  readonly share: DifferenceWithin;
  /** In minor units a person, less what their spending before already tells. */
  readonly spendMinor: DifferenceWithin & { readonly theta: number | null };
  /** Shares of each arm, always shown. */
  readonly unsubscribed: { readonly treated: CountedShare; readonly held: CountedShare };
  readonly complained: { readonly treated: CountedShare; readonly held: CountedShare };
}

/** Stages, what reaches people in them, and what they do then (E82). */
export interface MapFigures extends Figure {
  /** The quarter of the messages. */
  readonly period: string;
  readonly endsOn: string;
  /** The days after its last messages still run: shares are of those whose days are over. */
  readonly unfinished: boolean;
  readonly outcome: { readonly name: 'order'; readonly days: number };
  /** The share of people the programme's holdout keeps from marketing. */
  readonly heldShare: number;
  readonly stages: readonly MapStageFigures[];
}

interface MapStageFigures {
  readonly stage: Stage;
  /** Who stands there on the day. */
  readonly people: number;
  /** How long people stay there, by Kaplan and Meier, since changes of stage are kept. */
  readonly medianDays: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Stays that are over, and those that are not. */
  readonly closed: number;
  readonly open: number;
  readonly touches: readonly MapTouchFigures[];
}

/** One kind of message to people of one stage. */
export interface MapTouchFigures {
  readonly kind: ContactKind;
  /** People it was sent or shown to. */
  readonly reach: number;
  /** Of those whose days after it are over, who bought in them. */
  readonly acted: CountedShare & { readonly of: number };
  /** What it did, where some were held from it by lot; else null: it is not measured. */
  readonly effect: (DifferenceWithin & { readonly state: EffectState }) | null;
}

/** One measurement by lot, as it stands. */
export type Measurement = Omit<EffectFigures, keyof Figure> & { readonly people: number };

/** Every measurement by lot, the latest first: `GET /v1/insights/effects`. */
export interface MeasurementFigures extends Figure {
  readonly currency: string;
  readonly items: readonly Measurement[];
}

/** What the programme returned in a quarter, by its holdout (E81). Money is in minor units. */
export interface ReturnFigures extends Figure {
  readonly period: string;
  readonly state: 'measured' | 'notMeasured';
  /** Why it is not measured. */
  readonly reason: Exclude<EffectState, 'done'> | null;
  readonly currency: string;
  readonly marginShare: number | null;
  /** What one person of each arm spent in those days. */
  readonly spentMinor: { readonly treated: Estimate; readonly held: Estimate };
  /** More spent by one treated person than by one held. */
  readonly liftMinor: Estimate;
  readonly costMinor: number | null;
  /** Costs that are left out, as they have no rate into the shop's currency. */
  readonly costsWithoutRate: number;
  readonly netMinor: Estimate;
  readonly return: Estimate;
  readonly paysFromLiftMinor: number | null;
}

/** What a month brought, and what was spent to bring it; nobody knows which of it the ads caused (E125). */
export interface AcquisitionFigures extends Figure {
  readonly currency: string;
  /** Revenue beside ad spend is no effect of it. */
  readonly caused: false;
  /** Costs that are left out, as they have no rate into the shop's currency. */
  readonly costsWithoutRate: number;
  readonly months: readonly {
    readonly month: string;
    readonly unfinished: boolean;
    readonly newBuyers: number;
    readonly adsMinor: number;
    readonly revenueMinor: number;
    readonly firstRevenueMinor: number;
    /** Of one new buyer; null of fewer than thirty. */
    readonly costMinor: number | null;
    /** Revenue for each unit of ad spend, of all purchases and of first ones. */
    readonly roas: number | null;
    readonly firstRoas: number | null;
    /** What was paid for each channel in it, and for each person whom messages there reached. */
    readonly channels: readonly ChannelCost[];
  }[];
}

/** What messages and advertising in a channel cost in a month (E125). */
export interface ChannelCost {
  /** As it was entered, such as `email`; null of costs that name none. */
  readonly channel: string | null;
  readonly spentMinor: number;
  /** People who were sent or shown something there; null of channels that are not this server's to know. */
  readonly reached: number | null;
  /** Of one of them; null of fewer than thirty. */
  readonly reachedCostMinor: number | null;
}

/** What five points more of people who buy again would bring (E125). */
export interface RetentionFigures extends Figure {
  readonly weeks: number;
  /** Whose purchases these are: who bought for the first time in so many weeks. */
  readonly newBuyers: number;
  readonly reason: Forecast['reason'] | 'noRoom';
  readonly repeatShare: { readonly now: number; readonly raised: number } | null;
  /** Purchase days more, of all of them. */
  readonly purchases: Estimate;
  /** What they are worth; null where values were not fitted. Times the margin, where it is known. */
  readonly valueMinor: Estimate;
  readonly marginShare: number | null;
  readonly currency: string;
}

/** Who bought again after what they said: a comparison, and no effect (E126). */
export interface DeedFigures extends Figure {
  readonly isEffect: false;
  /** The usual time between purchases; null where it is not known, and then nothing is compared. */
  readonly withinDays: number | null;
  readonly reviews: readonly DeedGroup[];
  /** The same by the scores people gave in surveys, for each kind of survey there are any of. */
  readonly scores: readonly {
    readonly kind: ScoreKind;
    readonly groups: readonly DeedGroup[];
  }[];
}

/** What people are asked for a score of: would recommend, content, how easy it was, would stay. */
export type ScoreKind = 'nps' | 'csat' | 'ces' | 'loyalty';

interface DeedGroup extends CountedShare {
  readonly group: string;
  readonly people: number;
}
