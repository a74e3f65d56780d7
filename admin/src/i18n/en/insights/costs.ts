export const insightCosts = {
  settings: 'Margin and history',
  margin: 'Gross margin, %',
  marginHint:
    'What is left of the goods’ value once they are paid for. Without it only differences in sales are told.',
  fixed: (currency: string) => `Fixed cost of the program a month, ${currency}`,
  fixedHint: 'Software, people, printing: whatever happens.',
  complete: 'Order history is complete from (optional)',
  completeHint:
    'Shoppers who bought before are left out of months, gaps and forecasts. Empty: all orders are known.',
  noShare: 'Write a share from 0 to 100.',
  noAmount: 'Write an amount such as 1200.',
  saved: 'Saved. Figures follow when they are counted next.',
  costs: 'Costs',
  costsText:
    'They enter the return on the program and the cost of a new buyer, by their day. Ad spend counts for the latter only.',
  add: 'Add cost',
  addTitle: 'Add a cost',
  added: 'Cost added.',
  day: 'Day',
  kind: 'Kind',
  kinds: {
    ads: 'Ad spend',
    reward: 'Rewards',
    message: 'Messages',
    fixed: 'Fixed',
    margin: 'Goods',
  },
  kindHints: {
    ads: 'For the cost of a new buyer; not a cost of the program.',
    reward: 'What rewards cost you, beyond their points.',
    message: 'Sending emails and messages.',
    fixed: 'Once, beside the monthly fixed cost.',
    margin: 'Goods that cost more than the margin says.',
  },
  channel: 'Channel',
  channelField: 'Channel (optional)',
  channelHint: 'Where it was spent, such as email or the name of an advertiser.',
  amount: 'Amount',
  amountIn: (currency: string) => `Amount, ${currency}`,
  note: 'Note (optional)',
  none: 'No costs yet',
  noneText: 'Costs you add here make the return on the program and the cost of a new buyer known.',
  remove: 'Remove',
  removeOne: (amount: string, day: string) => `Remove ${amount} of ${day}`,
  removeTitle: (amount: string) => `Remove ${amount}?`,
  removeText: 'Figures are then counted without it. You can add it again.',
  removed: 'Cost removed.',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    insightCosts: typeof insightCosts;
  }
}
