export const insightMap = {
  title: 'Stages and what reaches people in them',
  messagesOf: (period: string) => `Messages of ${period}`,
  kind: 'Message',
  reachHead: 'Reached and acted',
  effectHead: 'Effect',
  reached: (people: string) => `${people} people`,
  acted: (share: string) => `${share} acted`,
  notMeasured: 'Not measured',
  states: {
    measuring: 'Being measured',
    mismatch: 'Not as drawn',
    notEnough: 'Not enough data yet',
    noHoldout: 'Not measured',
  },
  nobody: 'Nobody was reached',
  noStay: 'Stay not known yet',
  longStay: 'Fewer than half have left',
  noTouches: 'No messages were sent or shown in this quarter.',
  nothingHeld: 'Nothing here is measured: nobody is held back at random.',
  startMeasuring: 'Start measuring',
  unfinished: (days: number) =>
    `The quarter is not finished: ${days} days after its last messages it is. Shares are of those whose days are over, and are not compared.`,
  definition: (days: number) =>
    `Under each stage: shoppers now and the median stay (Kaplan–Meier). “Acted” is an order within ${days} days. An effect, in points, stands only where people were held back at random. Service messages are left out.`,
  peopleOf: (people: string) => `${people} shoppers`,
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    insightMap: typeof insightMap;
  }
}
