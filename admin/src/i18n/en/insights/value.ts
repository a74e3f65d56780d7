export const insightValue = {
  rfm: 'Groups by recency, frequency and value',
  rfmNote:
    'Every buyer is scored 1 to 5 against all others. A picture of the past; the forecast is below.',
  rfmDefinition:
    'R: how recently a buyer bought. F: on how many days. The first group that fits counts. Spending is without tax and shipping. Intervals are 95%.',
  shareOfBuyers: 'Share of buyers',
  shareOfSpend: 'Share of spend',
  group: 'Group',
  scores: 'Scores',
  buyers: 'Buyers',
  bars: 'Bars',
  ofAll: 'Of all',
  ofSpend: 'Of spend',
  mean: 'Spent each',
  journey: 'Journey',
  journeys: { welcome: 'Welcome', winBack: 'Win-back' },
  groups: {
    champions: { name: 'Champions', text: 'Often and lately', scores: 'R 4–5 · F 4–5' },
    loyal: { name: 'Loyal', text: 'Often, fairly lately', scores: 'R 3–5 · F 3–5' },
    new: { name: 'New', text: 'First order lately', scores: 'R 4–5 · 1 order' },
    promising: { name: 'Promising', text: 'Lately, a few times', scores: 'R 4–5' },
    needsAttention: { name: 'Needs attention', text: 'Some time ago', scores: 'R 3' },
    cannotLose: { name: 'Cannot lose', text: 'Used to come often', scores: 'F 4–5' },
    atRisk: { name: 'At risk', text: 'Not for a while', scores: 'R 2 or F 3' },
    lost: { name: 'Lost', text: 'Long ago, rarely', scores: 'The others' },
  },
  forecast: 'Repeat orders a week',
  actual: 'Actual',
  expected: 'Expected',
  week: 'Week',
  weekFrom: 'Week from',
  weeksFrom: (day: string, weeks: number) => `${day}, ${weeks} weeks`,
  today: 'Today',
  total: (weeks: number, total: string) => `Next ${weeks} weeks: ${total} repeat orders,`,
  totalRange: (low: string, high: string) =>
    `95% interval ${low}–${high} (of the parameters only; what is really bought scatters more).`,
  ofToday: 'Only the shoppers of today; new ones are not in it.',
  checked: (weeks: number, error: string) =>
    `Checked on the last ${weeks} weeks: off by ${error}. Above 25% the forecast is hidden.`,
  notChecked: (weeks: number) =>
    `It could not be checked on the last ${weeks} weeks: too little was known before them.`,
  correlated:
    'Who buys more often also spends more or less each time, so values per order are less certain.',
  forecastDefinition:
    'Days with an order after the first, by a model of how often people buy and when they stop (BG/NBD), fitted to your own orders. The band is the 95% interval.',
  noForecastTitle: 'No forecast yet.',
  noForecast: {
    tooFewRepeatBuyers:
      'Fewer than 200 shoppers have bought on more than one day. Until then, see who comes back under Retention.',
    historyTooShort: 'Your orders do not reach back twice the usual time between two orders.',
    onBound: 'The model does not fit your orders well enough to be believed.',
    noRoom: 'Nearly everybody buys again already.',
  },
  missed: (weeks: number, error: string) =>
    `It missed the last ${weeks} weeks by ${error}. A forecast is hidden above 25%.`,
  saidPast: (day: string, count: string, fitted: string) =>
    `Week from ${day}: ${count} repeat orders, ${fitted} expected.`,
  saidComing: (day: string, weeks: number, value: string, range: string) =>
    `${weeks} weeks from ${day}: ${value} a week expected${range === '' ? '' : `, 95% interval ${range}`}.`,
  worth: 'If 5 points more bought again',
  worthText: (of: {
    now: string;
    raised: string;
    weeks: number;
    people: string;
    days: string;
    range: string;
  }) =>
    `If ${of.raised} instead of ${of.now} of the ${of.people} new buyers of the last ${of.weeks} weeks bought again within as many weeks, they would place ${of.days} more orders${of.range === '' ? '' : ` (${of.range})`}.`,
  withMargin: (margin: string) => `Multiplied by your margin of ${margin}.`,
  withoutMargin: 'In sales: no margin was entered.',
  noWorth: 'Nothing can be said of it yet.',
  worthDefinition:
    'By the same model as the forecast, with shoppers who buy faster. The interval is of the parameters only.',
  acquisition: 'What a new buyer costs',
  acquisitionNote:
    'Ad spend beside new buyers and revenue of the same month. Nobody knows how much of it the ads caused.',
  acquisitionDefinition:
    'New buyers are those whose first order ever lies in the month. Ad spend is what you entered. Revenue is without tax and shipping.',
  noAds: 'No ad spend was entered, so nothing is known of its cost.',
  enterCosts: 'Enter costs',
  monthHead: 'Month',
  newBuyers: 'New buyers',
  ads: 'Ad spend',
  perBuyer: 'Per new buyer',
  revenue: 'Revenue',
  roas: 'Revenue per ad spend',
  firstRoas: 'Of first orders',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    insightValue: typeof insightValue;
  }
}
