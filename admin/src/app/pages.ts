// As a namespace, so that a page is one entry of the list below; what is not named is not built in.
import * as icons from 'lucide';
import type { ComponentType } from 'preact';
import { SETUP_STEPS } from '@okaeri/shared/setup';
import type { Messages } from '../i18n/shape.ts';
import type { ConsolePage, MenuPage, PageBadge } from './page-types.ts';
import { SETTINGS_PAGES } from './settings-pages.ts';

/** The pages of the menu, from top to bottom. */
const IN_MENU: readonly MenuPage[] = [
  {
    path: '/setup',
    load: async () => (await import('../setup/SetupPage.tsx')).SetupPage,
    title: (t) => t.app.pages.setup,
    words: ['setup'],
    badge: ({ done }, t) => stepsBadge(done.length, t),
    groupLater: 'connections',
    icon: icons.Rocket,
    ability: 'run',
    group: 'top',
  },
  {
    path: '',
    key: 'h',
    load: async () => (await import('../home/HomePage.tsx')).HomePage,
    title: (t) => t.home.title,
    words: ['home'],
    icon: icons.House,
    ability: 'read',
    group: 'top',
  },
  {
    path: '/shoppers',
    key: 's',
    load: async () => (await import('../shoppers/ShoppersPage.tsx')).ShoppersPage,
    title: (t) => t.shoppers.title,
    icon: icons.UsersRound,
    ability: 'read',
    others: ['/guests'],
    group: 'customers',
  },
  {
    path: '/orders',
    key: 'o',
    load: async () => (await import('../orders/OrdersPage.tsx')).OrdersPage,
    title: (t) => t.orders.title,
    icon: icons.ReceiptText,
    ability: 'read',
    group: 'customers',
  },
  {
    path: '/codes',
    load: async () => (await import('../codes/CodesPage.tsx')).CodesPage,
    title: (t) => t.codes.title,
    icon: icons.Ticket,
    ability: 'read',
    group: 'customers',
  },
  {
    path: '/program/:tab?',
    key: 'p',
    load: async () => (await import('../program/ProgramPage.tsx')).ProgramPage,
    title: (t) => t.program.title,
    badge: ({ hasDraft }, { app }) =>
      hasDraft ? { text: app.draft, label: app.draftLabel, isLate: true } : null,
    icon: icons.Gift,
    ability: 'read',
    group: 'loyalty',
  },
  {
    path: '/referrals/:tab?',
    load: async () => (await import('../referrals/ReferralsPage.tsx')).ReferralsPage,
    title: (t) => t.referrals.title,
    badge: ({ waiting }, t) => waitingBadge(waiting.referrals, t),
    icon: icons.Share2,
    ability: 'read',
    group: 'loyalty',
  },
  {
    path: '/reviews/:tab?/:reviewId?',
    key: 'r',
    load: async () => (await import('../reviews/ReviewsPage.tsx')).ReviewsPage,
    title: (t) => t.reviews.title,
    badge: ({ waiting }, t) => waitingBadge(waiting.reviews, t),
    icon: icons.Star,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/questions/:tab?/:postId?',
    load: async () => (await import('../questions/QuestionsPage.tsx')).QuestionsPage,
    title: (t) => t.questions.title,
    badge: ({ waiting }, t) => waitingBadge(waiting.questions + waiting.unanswered, t),
    icon: icons.MessageCircleQuestionMark,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/surveys/:surveyId?/:tab?',
    load: async () => (await import('../surveys/SurveysPage.tsx')).SurveysPage,
    title: (t) => t.app.pages.surveys,
    words: ['surveys'],
    icon: icons.ScrollText,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/cases/:caseId?',
    key: 'c',
    load: async () => (await import('../cases/CasesPage.tsx')).CasesPage,
    title: (t) => t.app.pages.cases,
    words: ['cases'],
    badge: ({ waiting }, t) => waitingBadge(waiting.cases, t),
    icon: icons.LifeBuoy,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/contacts/:tab?',
    load: async () => (await import('../contacts/ContactsPage.tsx')).ContactsPage,
    title: (t) => t.app.pages.contacts,
    words: ['contacts'],
    icon: icons.Megaphone,
    ability: 'read',
    group: 'engagement',
  },
  {
    path: '/appearance/:tab?',
    load: async () => (await import('../appearance/AppearancePage.tsx')).AppearancePage,
    title: (t) => t.app.pages.widget,
    words: ['widget'],
    icon: icons.AppWindow,
    ability: 'read',
    group: 'engagement',
  },
  {
    path: '/insights/:tab?',
    key: 'i',
    load: async () => (await import('../insights/InsightsPage.tsx')).InsightsPage,
    title: (t) => t.app.pages.insights,
    words: ['insights', 'contacts'],
    icon: icons.ChartColumn,
    ability: 'read',
    group: 'end',
  },
  {
    path: '/settings',
    load: async () => {
      const { SettingsPage } = await import('../settings/SettingsPage.tsx');
      return () => SettingsPage({ pages: MENU_PAGES });
    },
    title: (t) => t.app.settings,
    words: ['settings'],
    icon: icons.SlidersHorizontal,
    ability: 'read',
    group: 'end',
  },
];

/** Every page with a name. Routes, menu, settings, palette and journeys follow from this list. */
export const MENU_PAGES: readonly MenuPage[] = [...IN_MENU, ...SETTINGS_PAGES];

/** Pages to which others lead. */
const DETAIL_PAGES: readonly ConsolePage[] = [
  {
    path: '/orders/:orderId',
    load: async () => (await import('../orders/OrderPage.tsx')).OrderPage,
    ability: 'read',
  },
  {
    path: '/codes/:redemptionId',
    load: async () => (await import('../codes/CodePage.tsx')).CodePage,
    ability: 'read',
  },
  {
    path: '/shoppers/:shopperId/:tab?',
    load: loadShopper,
    words: ['widget'],
    ability: 'read',
  },
  {
    path: '/guests/:shopperId/:tab?',
    load: loadShopper,
    words: ['widget'],
    ability: 'read',
  },
];

/** Addresses of earlier releases, which lead on. */
export const MOVED_PAGES: Readonly<Record<string, string>> = {
  '/settings/integrations': '/settings/store',
  '/settings/mail': '/settings/sender',
  '/settings/contacts': '/settings/limits',
  '/settings/privacy': '/settings/requests',
};

/** Every page below a shop's address. */
export const PAGES: readonly ConsolePage[] = [...MENU_PAGES, ...DETAIL_PAGES];

/** The address of a page without the places for values. */
export const plainPath = ({ path }: ConsolePage): string => path.replace(/\/:.*$/, '');

async function loadShopper(): Promise<ComponentType> {
  return (await import('../shoppers/ShopperPage.tsx')).ShopperPage;
}

/** Beyond it is not counted. */
const COUNT_MAX = 99;

function waitingBadge(count: number, { app }: Messages): PageBadge | null {
  if (count === 0) return null;
  const text = count > COUNT_MAX ? `${COUNT_MAX}+` : String(count);
  return { text, label: app.waiting(text) };
}

function stepsBadge(done: number, { app }: Messages): PageBadge {
  const text = app.steps(done, SETUP_STEPS.length);
  return { text, label: text };
}
