import type { ChangeWords, SaidValue } from './change-text.ts';

const both =
  (people: string, what: string) =>
  (now: SaidValue, before: SaidValue): string =>
    `${now.value} of ${now.of} ${people} ${what}; before, ${before.value} of ${before.of}.`;

/** What is said of changes, in English. */
export const words: ChangeWords = {
  language: 'en',
  stages: {
    consideration: 'Considering',
    onboarding: 'New',
    postPurchase: 'Post-purchase',
    loyal: 'Loyal',
    advocacy: 'Advocate',
    lapsed: 'Lapsed',
  },
  scores: {
    nps: 'Net promoter score',
    csat: 'Satisfaction',
    ces: 'Customer effort score',
    loyalty: 'Loyalty score',
  },
  names: {
    repeat: 'Buyers who came back',
    members: 'Buyers who are members',
    redeemed: 'Members who redeemed',
    complaints: 'Complaints about marketing emails',
  },
  scoreName: (score, survey) => `${score} (${survey})`,
  moveName: (from, to) => `From ${from} to ${to}`,
  titles: {
    repeat: { up: 'More buyers came back', down: 'Fewer buyers came back' },
    members: { up: 'More buyers are members', down: 'Fewer buyers are members' },
    redeemed: { up: 'More members redeemed', down: 'Fewer members redeemed' },
    complaints: {
      up: 'More people complained about marketing emails',
      down: 'Fewer people complained about marketing emails',
    },
  },
  scoreTitle: (score, survey, isUp) => `${score} went ${isUp ? 'up' : 'down'} (${survey})`,
  moveTitle: (from, to, isUp) => `${isUp ? 'More' : 'Fewer'} shoppers went from ${from} to ${to}`,
  facts: {
    repeat: both('buyers', 'had bought before'),
    members: both('buyers', 'were members'),
    redeemed: both('members', 'took a reward'),
    complaints: both('people', 'complained'),
    score: (now, before) =>
      `${now.value} from ${now.of} answers; before, ${before.value} from ${before.of}.`,
  },
  moveFacts: ({ from, now, before }) =>
    both('shoppers', `at the stage ${from} went there`)(now, before),
  range: ({ difference, low, high }, confidence) =>
    `${difference}, ${confidence}% interval ${low} to ${high}.`,
  percentagePoints: (count) => `${count} percentage points`,
  scorePoints: (count) => `${count} points`,
  notProven: 'Not a proven change.',
  tooFew: (has, needed) => `Not enough data yet (${has} of ${needed} needed).`,
};
