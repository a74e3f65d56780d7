/** Pages of figures, by what follows `/insights`: a tab, or one figure of a tab that stands alone. */
export const INSIGHT_PAGES = {
  '': { tab: '' },
  cohorts: { tab: '' },
  gaps: { tab: '' },
  value: { tab: 'value' },
  rfm: { tab: 'value' },
  forecast: { tab: 'value' },
  'retention-value': { tab: 'value' },
  acquisition: { tab: 'value' },
  program: { tab: 'program' },
  return: { tab: 'program' },
  effects: { tab: 'program' },
  liability: { tab: 'program' },
  'words-and-deeds': { tab: 'program' },
  map: { tab: 'map' },
  costs: { tab: 'costs' },
} as const;

export type InsightPage = keyof typeof INSIGHT_PAGES;

/** Below the shop's address. */
export const insightPath = (page: InsightPage): string =>
  page === '' ? '/insights' : `/insights/${page}`;
