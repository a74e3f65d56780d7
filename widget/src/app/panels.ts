import type { MessageKey } from '../i18n/messages.ts';
import { DOOR } from '../lib/door.ts';

/** What is known of a panel before it is fetched. */
interface PanelFacts {
  /** Its label among the tabs, where it is one. */
  readonly tab?: MessageKey;
  /** Its title, where it is a page behind the home, for members: with a way back, and mostly a row on the home. */
  readonly title?: MessageKey;
  /** The path of its icon, among the tabs or in its row. */
  readonly icon?: string;
  /** The element that shows it in the shop's own page: `<okaeri-…>`. */
  readonly element?: string;
  /** Words it needs beside those that all panels share. */
  readonly words?: 'order' | 'review';
  /** Whether there is nothing in it for guests. */
  readonly members?: true;
}

/**
 * Everything the widget shows. A new panel gets its line here and nowhere else: its component is the
 * `Panel` of `<area>/<Name>Panel.tsx`, found by its name. The home comes with the core. Tabs, and rows
 * of the home, stand in this order.
 */
export const PANELS = {
  home: { tab: 'tabHome', icon: DOOR },
  rewards: {
    tab: 'tabRewards',
    icon: 'M4.5 11v9h15v-9M3 7h18v4H3zM12 7v13M12 7S8 7 8 4.8 11.5 3.3 12 7c.5-3.7 4-3.4 4-2.2S12 7 12 7',
    element: 'rewards',
  },
  earn: { tab: 'tabEarn', icon: 'M12 4a8 8 0 1 0 .01 0zM12 8.5v7M8.5 12h7' },
  history: {
    tab: 'tabHistory',
    icon: 'M5 4h14v16l-2.3-1.5L14.3 20 12 18.5 9.7 20l-2.4-1.5L5 20zM9 9h6M9 13h6',
    members: true,
  },
  tiers: {
    title: 'pageTiers',
    icon: 'M12 21v-9M12 12c0-4-3-6-7.5-6 0 4 2.5 6 7.5 6zM12 15c0-3.2 2.5-5.2 7.5-5.2C19.5 13 17 15 12 15',
    element: 'tier',
  },
  wallet: { title: 'pageWallet' },
  goals: { title: 'pageGoals', icon: 'M6 21V4M6 4.5h12l-3 4 3 4H6' },
  friends: {
    title: 'pageFriends',
    icon: 'M9 4a3.5 3.5 0 1 0 .01 0zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.3 3.3 0 0 1 0 6.2M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
    element: 'referral',
  },
  review: { title: 'pageReviews', icon: 'm5 19 1-4L16.5 4.5l3 3L9 18zM14 7l3 3', words: 'review' },
  profile: {
    title: 'pageProfile',
    icon: 'M12 4a4 4 0 1 0 .01 0zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  },
  guest: {},
  news: {},
  coupons: {},
  page: { element: 'page' },
  reviews: { element: 'reviews', words: 'review' },
  questions: { element: 'questions', words: 'review' },
  order: { element: 'order', words: 'order' },
  nudge: { element: 'nudge', words: 'review', members: true },
} as const satisfies Readonly<Record<string, PanelFacts>>;

type Panels = typeof PANELS;
type PanelName = keyof Panels;
type PanelWith<Fact> = {
  [Name in PanelName]: Fact extends keyof Panels[Name] ? Name : never;
}[PanelName];

export type Tab = PanelWith<'tab'>;
/** A page behind the home. */
export type SubPageName = PanelWith<'title'>;
/** What the frame can show. */
export type Page = Tab | SubPageName;
/** What is fetched when it is first wanted. */
export type LazyPanelName = Exclude<PanelName, 'home'>;
/** What an element can show inside the shop's own page. */
export type Part = Panels[PanelWith<'element'>]['element'];

const FACTS: Readonly<Partial<Record<string, PanelFacts>>> = PANELS;

/** What is known of a panel; nothing, where there is none of that name. */
export const factsOf = (name: string): PanelFacts => FACTS[name] ?? {};

const isTab = (name: string): name is Tab => !!factsOf(name).tab;
export const isSubPage = (name: string): name is SubPageName => !!factsOf(name).title;
export const isPage = (name: string): name is Page => isTab(name) || isSubPage(name);

export const PANEL_NAMES = Object.keys(PANELS);
export const TABS = PANEL_NAMES.filter(isTab);
export const SUB_PAGES = PANEL_NAMES.filter(isSubPage);
