import { plural } from '../../plural.ts';

export const homeFigures = {
  /** Between two sentences. */
  space: ' ',
  range: 'Days shown',
  ranges: { '28': 'Last 28 days', '90': 'Last 90 days', '365': 'Last 12 months' },
  about: (range: string, ago: string) => `${range} unless stated. Updated ${ago}.`,
  refresh: 'Refresh',
  all: 'All insights',
  changed: 'What changed',
  changedText:
    'The last 28 finished days against the 28 before. What caused it, figures cannot say.',
  since: (day: string) => `Since ${day}.`,
  see: 'View figure',
  seen: 'Mark as seen',
  seenOf: (what: string) => `Mark as seen: ${what}`,
  nothingChanged: (day: string) =>
    `Nothing changed for sure in the last 28 days, compared with the 28 before (looked at on ${day}).`,
  seenOnly: (count: number) =>
    `${plural(count, 'change you have seen is', 'changes you have seen are')} still so.`,
  webhook: (name: string, ago: string) => `The webhook “${name}” has been failing since ${ago}.`,
  deliveries: 'View deliveries',
  what: (figure: string) => `What this is: ${figure}`,
  before: (value: string) => `Before: ${value}.`,
  proven: 'A proven change.',
  notProven: 'No proven change.',
  notCompared: 'Nothing to compare it with yet.',
  repeat: 'Repeat purchase rate',
  repeatText: (count: string, of: string) => `${count} of ${of} buyers had bought before.`,
  repeatWhat:
    'Of the people who bought in these days, the share that had bought on another day before. Left out: your own people, orders of nobody, canceled and fully refunded ones.',
  membersWhat: 'Of the orders of the last twelve months, the share of people who are members now.',
  gap: 'Median time to next order',
  days: (count: string) => `${count} days`,
  gapText: 'Of all orders. Includes shoppers who have not come back yet.',
  gapOpen: 'More than half have not come back yet.',
  gapWhat:
    'The day by which half of all buyers have bought again, by Kaplan and Meier: whoever has not come back counts as not yet back.',
  redeemed: 'Members who redeemed',
  redeemedText: (count: string, of: string) => `${count} of ${of} members.`,
  redeemedWhat: 'Of the members by the end of these days, the share that took a reward in them.',
  outstanding: 'Points outstanding',
  ceiling: (money: string) => `${money} ceiling`,
  expected: (money: string, low: string, high: string) =>
    `Expected cost ${money}, 95% range ${low}–${high}.`,
  heldBy: (shoppers: string) => `${shoppers} shoppers hold them.`,
  outstandingWhat:
    'All points shoppers hold and what they are worth if every one is redeemed. The expected cost follows how points of earlier months were redeemed.',
  scoreText: (count: string) => `${count} answers.`,
  scoreWhat: 'The score of a survey, of the answers given in these days.',
  noScore: 'Survey score',
  noScoreText: 'No survey has asked for a score in these days.',
  toSurveys: 'Go to Surveys',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    homeFigures: typeof homeFigures;
  }
}
