export const search = {
  title: 'Search',
  hint: 'Search or go to…',
  none: 'No match',
  shoppers: 'Shoppers',
  orders: 'Orders',
  codes: 'Codes',
  reviews: 'Reviews',
  pages: 'Pages',
  acts: 'Actions',
  adjust: (name: string) => `Adjust points of ${name}`,
  reward: (name: string) => `Give a reward to ${name}`,
  move: 'Move',
  open: 'Open',
  actsFor: 'Actions for it',
  pagesAndActs: 'Pages',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    search: typeof search;
  }
}
