export const insights = {
  text: 'Free, canceled, unpaid and fully refunded orders are left out, as are those of your own people.',
  cohorts: 'Repeat purchases by month',
  gaps: 'Time to the next order',
  beingTaken: 'The figures are being counted.',
  beingTakenText: 'They appear here by themselves.',
  none: 'No purchases yet',
  noneText: (needed: string) =>
    `Once ${needed} shoppers have bought, you see here how many come back, and when.`,
  toOrders: 'Go to orders',
  fewText: (needed: string) => `Buyers so far. Figures appear from ${needed} buyers on.`,
  cameBack: (share: string, range: string) =>
    `${share} of buyers have bought again (95% interval ${range}).`,
  halfWithin: (days: number, range: string) =>
    `Half of first-time buyers buy again within ${days} days (${range}).`,
  fewerThanHalf: 'Fewer than half of first-time buyers have bought again so far.',
  repeat: 'Repeat purchase rate',
  repeatText: (count: string, of: string) => `${count} of ${of} buyers`,
  median: (gap: string) => `Median, ${gap}`,
  medianText: (people: string, back: string) =>
    `${people} shoppers, ${back} have come back. The others are included.`,
  notReached: 'Fewer than half have come back',
  lost: (month: string) => `Lost in ${month}`,
  lostText: (count: string, active: string, days: string) =>
    `${count} of ${active} active buyers reached ${days} days without an order`,
  days: (days: number) => `${days} days`,
  daysFrom: (days: number) => `from ${days}`,
  range: (low: string, high: string) => `${low}–${high}`,
  quarter: (year: string, first: string, last: string) => `${first}–${last} ${year}`,
  fromTo: (low: string, high: string) => `${low} to ${high}`,
  /** Between two sentences. */
  space: ' ',
  interval: '95% interval',
  gap: (from: number, to: number) => `${ordinal(from)} to ${ordinal(to)} order`,
  view: 'Way of counting',
  views: { cells: 'Each month', cumulative: 'Cumulative' },
  cohortTitles: {
    cells: 'Share who ordered again, by month of first order',
    cumulative: 'Share who had ordered again by then, by month of first order',
  },
  cohortNotes: {
    cells: 'Month 0 is the month of the first order and counts a second order in it.',
    cumulative: 'Everyone who had ordered again by the end of that month, on any later day.',
  },
  firstOrder: 'First order',
  buyers: 'Buyers',
  month: (month: number) => `Month ${month}`,
  needed: (has: number, needed: number) => `${has} of ${needed} needed`,
  unfinished: 'Month not finished',
  unfinishedText: 'The month is not finished and is not compared.',
  arrows: 'Arrow keys move from cell to cell.',
  cell: (of: {
    cohort: string;
    month: number;
    count: string;
    of: string;
    share: string;
    range: string;
  }) => `${of.cohort}, month ${of.month}: ${of.count} of ${of.of}, ${of.share} (${of.range}).`,
  cohortDefinition:
    'Buyers are grouped by the month of their first order ever. Intervals are 95% (Wilson).',
  gapDefinition:
    'Share who ordered again, by days since the order before. Who has not come back yet is counted as not yet back (Kaplan–Meier); the band is the 95% interval.',
  about: (people: string, asOf: string, takenAt: string) =>
    `${people}, up to ${asOf}. Counted ${takenAt}.`,
  buyersOf: (people: string) => `${people} buyers`,
  leftOut: (people: string) =>
    `${people} shoppers who bought before your orders are complete are left out.`,
  byDay: (day: number) => `By day ${day}, this share has ordered again.`,
  again: (gap: string, share: string, range: string) => `${gap}: ${share} (${range}).`,
  medianAt: (days: number, range: string) => `Median ${days} days (${range})`,
  daysSince: 'Days since the order before',
  nextOrders: 'Next orders',
  nextText: (of: { again: string; weeks: number; low: number; high: number }) =>
    `${of.again} likely to order again within ${of.weeks} weeks; 80% range ${of.low}–${of.high} orders.`,
  nextValue: (low: string, high: string) => `Worth ${low} to ${high}.`,
  nextMade: (day: string) => `An estimate from their orders so far, made ${day}.`,
  asTable: 'Show as table',
  exportCsv: 'Download CSV',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    insights: typeof insights;
  }
}

function ordinal(place: number): string {
  return ['', '1st', '2nd', '3rd'][place] ?? `${place}th`;
}
