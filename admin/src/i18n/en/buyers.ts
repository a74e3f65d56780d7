/** What lists of shoppers are narrowed to by the figures: each filter of the API with its words. */
export const buyers = {
  rfm: {
    label: 'Buyer group',
    options: {
      champions: 'Champions',
      loyal: 'Loyal',
      new: 'New',
      promising: 'Promising',
      needsAttention: 'Need attention',
      cannotLose: 'Can’t lose',
      atRisk: 'At risk',
      lost: 'Lost',
    },
  },
  value: {
    label: 'Expected value',
    options: { high: 'High', middle: 'Middle', low: 'Low' },
  },
  again: {
    label: 'Buys again',
    options: { high: 'Likely (50% or more)', middle: 'Possible (20–49%)', low: 'Unlikely' },
  },
  overdue: { label: 'Overdue', options: { true: 'Past their usual gap' } },
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    buyers: typeof buyers;
  }
}
