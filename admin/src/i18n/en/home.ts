import { plural } from '../plural.ts';

export const home = {
  title: 'Home',
  takenAt: (time: string) => `Updated ${time}`,
  nextTitle: 'Suggested next steps',
  nothingToDo: 'Nothing is waiting for you, and nothing is missing.',
  counted: (title: string, count: string) => `${title} (${count})`,
  empty: 'No shoppers yet',
  emptyText: 'Your lifecycle chart appears after the first order or visit.',
  loop: 'Customer lifecycle',
  loopText: 'Where your shoppers are now, and how many moved on in the last 30 days.',
  changed: (by: string) => `${by} in 30 days`,
  unchanged: 'No change in 30 days',
  stageTexts: {
    consideration: 'Looking around',
    onboarding: 'First weeks',
    postPurchase: 'Recently bought',
    loyal: 'Order again and again',
    advocacy: 'Refer or review',
    lapsed: 'No order for a long time',
  },
  returned: (count: number) =>
    `${plural(count, 'lapsed shopper', 'lapsed shoppers')} came back in the last 30 days`,
  moves: 'Movements between stages',
  noMoves: 'No shopper changed stage in the last thirty days.',
  from: 'From',
  to: 'To',
  newHere: 'New here',
  figures: 'Key metrics',
  notEnough: 'Not enough data yet',
  needs: (has: string, needed: string) => `Not enough data yet (${has} of ${needed} needed).`,
  range: (low: string, high: string) => `${low}–${high}`,
  interval: '95% interval',
  repeat: 'Repeat purchase rate',
  repeatText: (count: string, of: string) =>
    `${count} of the ${of} who bought in twelve months have bought more than once.`,
  memberShare: 'Orders from members',
  memberShareText: (count: string, of: string) => `${count} of ${of} orders in twelve months.`,
  redemption: 'Redemption rate',
  redemptionText: 'Of all points ever issued, the part that was redeemed.',
  redemptionNeeds: (needed: number) => `${needed} shoppers with points needed.`,
  outstanding: 'Points outstanding',
  outstandingText: (money: string, shoppers: string) =>
    `Worth ${money} if all are redeemed. ${shoppers} shoppers hold them.`,
  members: 'Members',
  membersText: 'Shoppers who take part.',
  reviews: 'Reviews',
  reviewsText: 'Written by your shoppers here.',
  pointsByMonth: 'Points by month',
  issued: 'Issued',
  redeemed: 'Redeemed',
  expired: 'Expired',
  ordersByMonth: 'Orders by month',
  allOrders: 'All orders',
  memberOrders: 'From members',
  reviewsByMonth: 'Reviews by month',
  nothingYet: 'Not enough data yet: there is nothing to draw.',
  asTable: 'Show as table',
  month: 'Month',
  exportCsv: 'Download CSV',
  next: {
    reviewsWait: {
      title: 'Reviews wait for a decision',
      text: 'Their authors want to know, and so do your next shoppers.',
      act: 'Look at them',
    },
    questionsWait: {
      title: 'Questions wait for you',
      text: 'A shopper wants to know more before buying.',
      act: 'Look at them',
    },
    referralsWait: {
      title: 'Referrals look doubtful',
      text: 'A person has to say whether both sides get their points.',
      act: 'Decide',
    },
    installWidget: {
      title: 'Put the widget on your page',
      text: 'It has not been seen on any page yet. One line of HTML is enough.',
      act: 'Show me how',
    },
    setUpMail: {
      title: 'Set up outgoing email',
      text: 'Without it, no review requests are sent.',
      act: 'Set it up',
    },
    addRewards: {
      title: 'Offer a reward',
      text: 'Points are only worth collecting when there is something to spend them on.',
      act: 'Go to Program',
    },
    addOrderRule: {
      title: 'Give points for orders',
      text: 'No way to earn gives points for orders.',
      act: 'Go to Program',
    },
    rewardsOutOfReach: {
      title: 'Members cannot afford any reward',
      text: 'More than half of those who have points. A small reward brings them back.',
      act: 'Add a small reward',
    },
    winBack: {
      title: 'Shoppers have lapsed',
      text: 'Many who bought have not come back. Give them a reason with a campaign.',
      act: 'Go to Program',
    },
    rewardReviews: {
      title: 'Thank people for reviews',
      text: 'Points for a review, whatever it says, bring more of them.',
      act: 'Go to Program',
    },
    rewardReferrals: {
      title: 'Thank people for recommending you',
      text: 'Points for both sides once a friend has bought.',
      act: 'Go to Program',
    },
    rewardBirthdays: {
      title: 'Give something on birthdays',
      text: 'A gift that needs no order.',
      act: 'Go to Program',
    },
    addTiers: {
      title: 'Add tiers',
      text: 'Give your best shoppers something to reach for.',
      act: 'Go to Program',
    },
    chooseColours: {
      title: 'Make it yours',
      text: 'The widget still uses the default colors.',
      act: 'Choose colors',
    },
  },
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    home: typeof home;
  }
}
