export const states = {
  noMatch: (asked: string) => `Nothing matches “${asked}”`,
  clear: 'Clear search',
  notLoaded: (what: string) => `${what} could not be loaded.`,
  reference: 'Reference',
  from: (time: string) => `These figures are from ${time}.`,
  notUpdated: 'The last update failed.',
  notEnough: 'Not enough data yet',
  needed: {
    people: (has: number, needed: number) => `${has} of ${needed} needed.`,
    orders: (has: number, needed: number) => `${has} of ${needed} needed.`,
  },
  figures: 'The figures',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    states: typeof states;
  }
}
