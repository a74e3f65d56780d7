import type { ComponentType } from 'preact';
import type { MessageKey } from '../i18n/messages.ts';
import { sheetOf } from '../styles/sheet.ts';
import type { AppModel } from './model.ts';
import type { LazyPart } from './pages.ts';
import forms from './panels-forms.css?inline';
import { SubPage } from './SubPage.tsx';
import type { Words } from './words.ts';

type Panel = ComponentType<{ model: AppModel }>;

// Each import is written out: only then does the bundler make a chunk of it.
const PANELS: Readonly<Record<LazyPart, () => Promise<Panel>>> = {
  guest: async () => (await import('../guests/GuestPanel.tsx')).GuestPanel,
  join: async () => (await import('../guests/JoinPanel.tsx')).JoinPanel,
  rewards: async () => (await import('../rewards/RewardsPanel.tsx')).RewardsPanel,
  wallet: async () => (await import('../rewards/WalletPanel.tsx')).WalletPanel,
  earn: async () => (await import('../program/EarnPanel.tsx')).EarnPanel,
  tiers: async () => (await import('../tiers/TiersPanel.tsx')).TiersPanel,
  goals: async () => (await import('../play/GoalsPanel.tsx')).GoalsPanel,
  friends: async () => (await import('../referrals/FriendsPanel.tsx')).FriendsPanel,
  history: async () => (await import('../ledger/HistoryPanel.tsx')).HistoryPanel,
  review: async () => (await import('../reviews/ReviewPanel.tsx')).WritePanel,
  nudge: async () => (await import('../reviews/NudgePanel.tsx')).NudgePanel,
  questions: async () => (await import('../questions/QuestionsPanel.tsx')).Questions,
  reviews: async () => (await import('../reviews/ReviewsPanel.tsx')).Reviews,
  profile: async () => (await import('../shoppers/ProfilePanel.tsx')).ProfilePanel,
};

/** What speaks of reviews, and needs their words. */
const REVIEW_PARTS: ReadonlySet<LazyPart> = new Set(['review', 'reviews', 'questions', 'nudge']);

/** Pages behind the home, which have a bar with the way back. */
const TITLES: Readonly<Partial<Record<LazyPart, MessageKey>>> = {
  wallet: 'pageWallet',
  tiers: 'pageTiers',
  goals: 'pageGoals',
  friends: 'pageFriends',
  profile: 'pageProfile',
  review: 'pageReviews',
};

/** The look of all panels but the home, parsed once. */
const shared = sheetOf(forms);
let cards: CSSStyleSheet | undefined;

/** What a panel wears: a product page with its reviews does not pay for rewards and tiers. */
const sheetsOf = async (page: LazyPart): Promise<CSSStyleSheet[]> => {
  if (REVIEW_PARTS.has(page)) return [shared];
  cards ??= sheetOf((await import('./panels-cards.css?inline')).default);
  return [shared, cards];
};

/** A panel and the words that all panels but the home share; `bare` without the bar of its page. */
export const loadPanel = async (
  page: LazyPart,
  words: Words,
  bare: boolean,
): Promise<{ panel: Panel; sheets: CSSStyleSheet[] }> => {
  const [panel, sheets] = await Promise.all([
    PANELS[page](),
    sheetsOf(page),
    words.load('more'),
    REVIEW_PARTS.has(page) ? words.load('review') : undefined,
  ]);
  const title = bare ? undefined : TITLES[page];
  if (title === undefined) return { panel, sheets };
  const Inner = panel;
  const framed: Panel = ({ model }) => (
    <SubPage model={model} title={title}>
      <Inner model={model} />
    </SubPage>
  );
  return { panel: framed, sheets };
};
