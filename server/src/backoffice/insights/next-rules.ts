import type { Insights, NextThing } from '@okaeri/shared/insights';
import type { ProgramDocument } from '@okaeri/shared/program';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';

/** How many are said to be worth doing. */
const NEXT_MAX = 3;
/** Shares from which something is worth a word: of holders who can afford nothing, of shoppers who have lapsed. */
const OUT_OF_REACH = 0.5;
const MANY_LAPSED = 0.4;

/** How a shop stands, besides what is measured. */
export interface ShopState {
  readonly document: ProgramDocument;
  readonly waiting: {
    readonly reviews: number;
    readonly questions: number;
    readonly referrals: number;
  };
  readonly isSeen: boolean;
  readonly hasMail: boolean;
  readonly hasColours: boolean;
}

type Finding = readonly [kind: NextThing['kind'], isSo: boolean, count?: number];

/**
 * The next things worth doing: first who waits for an answer, then what keeps the programme
 * from running, then what the figures say, then what it could do besides.
 */
export const nextThings = (state: ShopState, insights: Insights | null): readonly NextThing[] => {
  const { document, waiting } = state;
  const rewards = (on: string): boolean =>
    document.earning.some((rule) => rule.on === on && rule.enabled);
  const sells = document.rewards.some(({ enabled }) => enabled);
  const findings: readonly Finding[] = [
    ['reviewsWait', waiting.reviews > 0, waiting.reviews],
    ['questionsWait', waiting.questions > 0, waiting.questions],
    ['referralsWait', waiting.referrals > 0, waiting.referrals],
    ['addOrderRule', !rewards('order')],
    ['addRewards', !sells],
    ['installWidget', !state.isSeen],
    ['setUpMail', !state.hasMail],
    ...(sells ? measured(insights) : []),
    ['rewardReviews', !rewards('review')],
    ['addTiers', document.tiers.length === 0],
    ['rewardReferrals', !rewards('referral')],
    ['rewardBirthdays', !rewards('birthday')],
    ['chooseColours', !state.hasColours],
  ];
  return findings
    .filter(([, isSo]) => isSo)
    .slice(0, NEXT_MAX)
    .map(([kind, , count]) => ({ kind, count: count ?? null }));
};

function measured(insights: Insights | null): readonly Finding[] {
  if (insights === null) return [];
  const { holders, canRedeem, stages } = insights;
  const poor = holders - canRedeem;
  const buyers = stages.filter(({ stage }) => stage !== 'consideration');
  const total = peopleIn(buyers);
  const lapsed = peopleIn(buyers.filter(({ stage }) => stage === 'lapsed'));
  const isEnough = (of: number): boolean => of >= INSIGHT_PEOPLE_MIN;
  return [
    ['rewardsOutOfReach', isEnough(holders) && poor / holders > OUT_OF_REACH, poor],
    ['winBack', isEnough(total) && lapsed / total > MANY_LAPSED, lapsed],
  ];
}

function peopleIn(stages: Insights['stages']): number {
  return stages.reduce((sum, { now }) => sum + now, 0);
}
