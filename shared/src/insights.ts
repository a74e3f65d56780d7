import type { Stage } from './segments.ts';

/** What is measured about a shop is not said before this many people stand behind it. */
export const INSIGHT_PEOPLE_MIN = 30;

/**
 * A part of a whole, with where it lies with 95 % confidence (Wilson's score interval,
 * https://www.jstor.org/stable/2276774). `share` is null while too few stand behind it.
 */
export interface InsightShare {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly count: number;
  readonly of: number;
}

/** One month of a shop, in the programme's time zone. */
export interface InsightMonth {
  /** `2026-11` */
  readonly month: string;
  /** Points that were earned or given, less what was taken back. */
  readonly issued: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly orders: number;
  /** Of the orders, those of members. */
  readonly memberOrders: number;
  readonly reviews: number;
}

/** How many shoppers stand at a stage, and how many stood there thirty days before. */
export interface StageCount {
  readonly stage: Stage;
  readonly now: number;
  readonly before: number;
}

/** How many went from one stage to another in the last thirty days; `new` were not known before. */
export interface StageMove {
  readonly from: Stage | 'new';
  readonly to: Stage;
  readonly count: number;
}

/** What a shop's programme does, measured. */
export interface Insights {
  readonly takenAt: string;
  readonly currency: string;
  readonly stages: readonly StageCount[];
  readonly moves: readonly StageMove[];
  /** Of those who bought in the last twelve months, who has bought more than once. */
  readonly repeat: InsightShare;
  /** Of the orders of the last twelve months, those of shoppers who are members now. */
  readonly memberShare: InsightShare;
  /** Of all points ever issued, those that were redeemed; null while too few people have any. */
  readonly redemptionShare: number | null;
  readonly outstanding: {
    readonly points: number;
    /** What they are worth at the programme's value of a point, in minor units. */
    readonly minor: number;
    /** Shoppers who hold them. */
    readonly shoppers: number;
  };
  readonly members: number;
  /** Of the members who hold points, how many could have the cheapest reward. */
  readonly canRedeem: number;
  readonly holders: number;
  /** Reviews that shoppers wrote here. */
  readonly reviews: number;
  /** The last thirteen months, the latest last. */
  readonly months: readonly InsightMonth[];
}

/** Something worth doing next, most urgent first. `count` is what it is about, where that counts. */
export interface NextThing {
  readonly kind:
    | 'reviewsWait'
    | 'questionsWait'
    | 'referralsWait'
    | 'installWidget'
    | 'setUpMail'
    | 'addRewards'
    | 'addOrderRule'
    | 'rewardsOutOfReach'
    | 'winBack'
    | 'rewardReviews'
    | 'rewardReferrals'
    | 'rewardBirthdays'
    | 'addTiers'
    | 'chooseColours';
  readonly count: number | null;
}

/** The answer of `GET /v1/insights`. */
export interface InsightsAnswer {
  /** Null until they have been taken for the first time. */
  readonly insights: Insights | null;
  /** Whether they are being taken anew. */
  readonly isBeingTaken: boolean;
  /** Whether the shop knows any shopper at this moment, whatever the figures say. */
  readonly isAnybody: boolean;
  readonly next: readonly NextThing[];
}
