export const insightProgram = {
  period: 'Messages of',
  latest: 'Latest finished quarter',
  return: 'Return on the program',
  verdicts: {
    gain: 'It pays',
    loss: 'It costs more than it brings',
    open: 'Not proven either way',
  },
  toCosts: 'Costs and margin',
  netOf: (period: string) => `Net result of ${period}`,
  liftOf: (period: string) => `Spent more per shopper reached in ${period}`,
  noMargin: 'No margin was entered, so only the difference in sales is told.',
  arms: 'Got marketing / held back at random',
  people: (treated: string, held: string) => `${treated} / ${held} shoppers`,
  spent: 'Sales per shopper',
  lift: 'Lift per shopper',
  margin: 'Gross margin',
  notEntered: 'Not entered',
  cost: 'Rewards, messages, fixed',
  paysFrom: 'It pays from',
  liftEach: (lift: string) => `${lift} lift per shopper`,
  neverCompared: 'Members and non-members are never compared here: they differ before they join.',
  returnDefinition:
    'What shoppers who got marketing spent more in the 60 days after their first message than those held back, times how many they are, times your margin, less the costs of the quarter.',
  unmeasured: {
    noHoldout: {
      title: 'Not measured.',
      text: () =>
        'Nobody is held back at random. Only a share of shoppers without marketing shows what it really brings.',
    },
    measuring: {
      title: 'Being measured.',
      text: (period: string) => `The days after the messages of ${period} still run.`,
    },
    mismatch: {
      title: 'No figure.',
      text: (period: string) =>
        `In ${period} the two groups are not as they were drawn, for example because the share was changed. A comparison would mislead.`,
    },
    notEnough: {
      title: 'Not enough data yet.',
      text: (period: string) => `Too few shoppers bought after the messages of ${period}.`,
    },
  },
  measuringUntil: (period: string, day: string) =>
    `Nothing is told of ${period} before its last days have passed. Figures appear on ${day}.`,
  inArms: (treated: string, held: string) =>
    `${treated} shoppers got marketing, ${held} were held back.`,
  smallest: (held: string, effect: string) =>
    `With ${held} held back, a difference below ${effect} points cannot be seen.`,
  startHoldout: 'Hold back a share',
  effects: 'What messages did',
  effectsNote:
    'Shoppers who were to get marketing, against those held back at random, whether they read it or not.',
  effectsDefinition: (endsOn: string, days: number) =>
    `Who bought within ${days} days of their first message up to ${endsOn}. Shares by Newcombe; spending by Welch, less what their spending before already tells.`,
  boughtDifference: 'Bought in the days after',
  spentDifference: 'Spent in the days after, per shopper',
  points: (difference: string) => `${difference} points`,
  boughtBy: (of: { treated: string; ofTreated: string; held: string; ofHeld: string }) =>
    `${of.treated} of ${of.ofTreated} with marketing, ${of.held} of ${of.ofHeld} without`,
  spentText: 'Adjusted for what they spent before',
  noDifference: 'Nothing differs',
  shoppersOf: (people: string) => `${people} shoppers`,
  stop: '.',
  notProven: 'Not a proven change.',
  refused: 'Refused',
  unsubscribed: 'Unsubscribed',
  complained: 'Complained',
  treated: 'Got marketing',
  held: 'Held back',
  liability: 'What points will cost',
  ceiling: 'Ceiling',
  expected: 'Expected',
  liabilityDefinition:
    'Ceiling: every outstanding point is redeemed. Expected: as the points of earlier months were (chain ladder). The interval draws the people anew 200 times.',
  issuedTo: (people: string) => `${people} shoppers with points`,
  showMonths: 'Show the last 12 months',
  monthsWaiting: (left: number) =>
    left === 1 ? 'One more month is being counted.' : `${left} more months are being counted.`,
  monthHead: 'Month',
  day: 'End of day',
  saidMonth: (day: string, ceiling: string, expected: string) =>
    `${day}: ceiling ${ceiling}, expected ${expected}.`,
  issues: 'Redeemed so far, by month of issue',
  issuesNote: 'Points, by months since they were issued',
  issued: 'Issued',
  pointsHead: 'Points',
  after: (months: number) => `By month ${months}`,
  redeemedShare: 'Redeemed',
  issuesText: 'The last column of each month still runs (italic). All months are in the file.',
  accounting: 'For accounting',
  noAccounting: 'The lines appear once 30 shoppers have been issued points.',
  deferred: 'Deferred revenue',
  recognised: 'Recognized so far',
  forPoints: 'Of sales, for points',
  forProducts: 'Of sales, for products',
  breakage: 'Expected not redeemed',
  pointsInHand: 'Outstanding points',
  made: 'Made',
  noAudit: 'An estimate by IFRS 15, not an audit.',
  exportAccounting: 'Export for accounting',
  deeds: 'What shoppers say, and what they do',
  deedsNote: 'A comparison, and no effect: content shoppers buy more for other reasons too.',
  deedsDefinition:
    'Who bought again within the usual time between two orders after a review. Whose time still runs is left out.',
  noGap: 'The usual time between two orders is not known yet.',
  stars: 'Review',
  starGroups: { low: '1–2 stars', middle: '3 stars', high: '4–5 stars' },
  reviewers: 'Shoppers',
  again: (days: number) => `Bought again within ${days} days`,
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    insightProgram: typeof insightProgram;
  }
}
