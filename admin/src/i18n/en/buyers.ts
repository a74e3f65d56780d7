export const buyers = {
  rfm: 'Buyer group',
  rfmGroups: {
    champions: 'Champions',
    loyal: 'Loyal',
    new: 'New',
    promising: 'Promising',
    needsAttention: 'Need attention',
    cannotLose: 'Can’t lose',
    atRisk: 'At risk',
    lost: 'Lost',
  },
  value: 'Expected value',
  valueGroups: { high: 'High', middle: 'Middle', low: 'Low' },
  again: 'Buys again',
  againGroups: { high: 'Likely (50% or more)', middle: 'Possible (20–49%)', low: 'Unlikely' },
  overdue: 'Overdue',
  overdues: { true: 'Past their usual gap' },
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    buyers: typeof buyers;
  }
}
