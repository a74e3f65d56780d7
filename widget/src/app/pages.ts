/** What the panel can show: the tabs first, then the pages behind the home. */
const PAGES = [
  'home',
  'rewards',
  'earn',
  'history',
  'wallet',
  'tiers',
  'goals',
  'friends',
  'profile',
  'review',
] as const;
export type Page = (typeof PAGES)[number];

/** Pages that are fetched when they are first wanted, and the home of who is no member yet. */
export type LazyPart = Exclude<Page, 'home'> | 'guest' | 'join' | 'reviews' | 'questions' | 'nudge';

/** Tabs of a shopper, and of a guest, who has no history. */
export const TABS = ['home', 'rewards', 'earn', 'history'] as const satisfies readonly Page[];
export type Tab = (typeof TABS)[number];
export const GUEST_TABS: readonly Tab[] = TABS.slice(0, 3);

const among = (list: readonly string[], page: string | undefined): boolean =>
  page !== undefined && list.includes(page);

export const isPage = (page: string | undefined): page is Page => among(PAGES, page);
export const isTab = (page: Page): page is Tab => among(TABS, page);
