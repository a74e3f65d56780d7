export const pickers = {
  date: (label: string) => `${label}: date`,
  time: (label: string) => `${label}: time`,
  inZone: (city: string) => `Time in ${city}`,
  month: (label: string) => `${label}: month`,
  day: (label: string) => `${label}: day`,
  addDate: 'Add a date',
  noneFound: 'No results',
  remove: (name: string) => `Remove ${name}`,
  seen: (count: string) => `in ${count} orders`,
  inCatalog: 'in the catalog',
  asTyped: 'as typed',
  searchProducts: 'Search by name. Products come from your catalog and orders.',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    pickers: typeof pickers;
  }
}
