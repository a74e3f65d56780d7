import type { MessageKey } from '../i18n/messages.ts';

/** What is known of a panel before it is fetched. */
interface PanelFacts {
  /** Its label among the tabs, where it is one. */
  readonly tab?: MessageKey;
  /** Its title, where it is a page behind the home, for members: with a way back, and mostly a row on the home. */
  readonly title?: MessageKey;
  /** Words it needs beside those that all panels share. */
  readonly words?: 'order' | 'review' | 'survey';
  /** Whether there is nothing in it for guests. */
  readonly members?: true;
}

/**
 * Everything the widget shows. A new panel gets its line here and nowhere else: its component is the
 * `Panel` of `<area>/<Name>Panel.tsx`, found by its name. The home comes with the core. Tabs, and rows
 * of the home, stand in this order.
 */
export const PANELS = {
  home: { tab: 'tabHome' },
  rewards: {
    tab: 'tabRewards',
  },
  earn: { tab: 'tabEarn' },
  history: {
    tab: 'tabHistory',
    members: true,
  },
  tiers: {
    title: 'pageTiers',
  },
  wallet: { title: 'pageWallet' },
  goals: { title: 'pageGoals' },
  friends: {
    title: 'pageFriends',
  },
  review: { title: 'pageReviews', words: 'review' },
  profile: {
    title: 'pageProfile',
  },
  consents: { title: 'pageConsents' },
  help: { title: 'pageHelp' },
  survey: { title: 'pageSurvey', words: 'survey' },
  guest: {},
  news: {},
  coupons: {},
  page: {},
  reviews: { words: 'review' },
  questions: { words: 'review' },
  order: { words: 'order' },
  nudge: { words: 'review', members: true },
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
export type Part =
  | 'consents'
  | 'help'
  | 'nudge'
  | 'order'
  | 'page'
  | 'questions'
  | 'referral'
  | 'reviews'
  | 'rewards'
  | 'survey'
  | 'tier';

const FACTS: Readonly<Partial<Record<string, PanelFacts>>> = PANELS;

/** What is known of a panel; nothing, where there is none of that name. */
export const factsOf = (name: string): PanelFacts => FACTS[name] ?? {};

const isTab = (name: string): name is Tab => !!factsOf(name).tab;
export const isSubPage = (name: string): name is SubPageName => !!factsOf(name).title;
export const isPage = (name: string): name is Page => isTab(name) || isSubPage(name);

export const PANEL_NAMES = Object.keys(PANELS);
export const TABS = PANEL_NAMES.filter(isTab);
export const SUB_PAGES = PANEL_NAMES.filter(isSubPage);
