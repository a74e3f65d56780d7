// As a namespace, so that a page is one entry of the list below; what is not named is not built in.
import * as icons from 'lucide';
import type { ComponentType } from 'preact';
import type { ConsolePage, MenuPage } from './page-types.ts';

/** The pages of the menu, from top to bottom. */
const IN_MENU: readonly MenuPage[] = [
  {
    path: '/setup',
    load: async () => (await import('../setup/SetupPage.tsx')).SetupPage,
    title: (t) => t.setup.title,
    icon: icons.Rocket,
    ability: 'run',
    group: 'top',
  },
  {
    path: '',
    load: async () => (await import('../home/HomePage.tsx')).HomePage,
    title: (t) => t.home.title,
    icon: icons.House,
    ability: 'read',
    group: 'top',
  },
  {
    path: '/shoppers',
    load: async () => (await import('../shoppers/ShoppersPage.tsx')).ShoppersPage,
    title: (t) => t.shoppers.title,
    icon: icons.UsersRound,
    ability: 'read',
    others: ['/guests'],
    group: 'customers',
  },
  {
    path: '/orders',
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
    load: async () => (await import('../program/ProgramPage.tsx')).ProgramPage,
    title: (t) => t.program.title,
    icon: icons.Gift,
    ability: 'read',
    group: 'loyalty',
  },
  {
    path: '/referrals/:tab?',
    load: async () => (await import('../referrals/ReferralsPage.tsx')).ReferralsPage,
    title: (t) => t.referrals.title,
    icon: icons.Share2,
    ability: 'read',
    group: 'loyalty',
  },
  {
    path: '/reviews/:tab?',
    load: async () => (await import('../reviews/ReviewsPage.tsx')).ReviewsPage,
    title: (t) => t.reviews.title,
    icon: icons.Star,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/questions/:tab?',
    load: async () => (await import('../questions/QuestionsPage.tsx')).QuestionsPage,
    title: (t) => t.questions.title,
    icon: icons.MessageCircleQuestionMark,
    ability: 'read',
    group: 'feedback',
  },
  {
    path: '/appearance/:tab?',
    load: async () => (await import('../appearance/AppearancePage.tsx')).AppearancePage,
    title: (t) => t.appearance.title,
    icon: icons.AppWindow,
    ability: 'read',
    group: 'engagement',
  },
  {
    path: '/settings',
    load: async () => {
      const { SettingsPage } = await import('../settings/SettingsPage.tsx');
      return () => SettingsPage({ pages: IN_SETTINGS });
    },
    title: (t) => t.app.settings,
    icon: icons.SlidersHorizontal,
    ability: 'read',
    group: 'end',
  },
];

/** The pages to which the page of settings leads, group by group. */
const IN_SETTINGS: readonly MenuPage[] = [
  {
    path: '/settings/shop',
    load: async () => (await import('../access/ShopPage.tsx')).ShopPage,
    title: (t) => t.shop.title,
    icon: icons.Store,
    ability: 'read',
    group: 'shop',
  },
  {
    path: '/settings/languages',
    load: async () => (await import('../access/LanguagesPage.tsx')).LanguagesPage,
    title: (t) => t.languages.title,
    icon: icons.Languages,
    ability: 'read',
    group: 'shop',
  },
  {
    path: '/settings/team',
    load: async () => (await import('../access/TeamPage.tsx')).TeamPage,
    title: (t) => t.team.title,
    icon: icons.Users,
    ability: 'own',
    group: 'shop',
  },
  {
    path: '/settings/integrations',
    load: async () => (await import('../integrations/IntegrationsPage.tsx')).IntegrationsPage,
    title: (t) => t.integrations.title,
    icon: icons.Plug,
    ability: 'run',
    group: 'connections',
  },
  {
    path: '/settings/keys',
    load: async () => (await import('../access/KeysPage.tsx')).KeysPage,
    title: (t) => t.keys.title,
    icon: icons.KeyRound,
    ability: 'own',
    group: 'connections',
  },
  {
    path: '/settings/mail',
    load: async () => (await import('../mail/MailPage.tsx')).MailPage,
    title: (t) => t.mail.title,
    icon: icons.Mail,
    ability: 'read',
    group: 'messages',
  },
  {
    path: '/settings/members',
    load: async () => (await import('../imports/MembersPage.tsx')).MembersPage,
    title: (t) => t.memberImports.title,
    icon: icons.FileUp,
    ability: 'run',
    group: 'data',
  },
  {
    path: '/settings/data',
    load: async () => (await import('../portability/DataPage.tsx')).DataPage,
    title: (t) => t.data.title,
    icon: icons.HardDriveDownload,
    ability: 'own',
    group: 'data',
  },
  {
    path: '/settings/privacy',
    load: async () => (await import('../privacy/PrivacyPage.tsx')).PrivacyPage,
    title: (t) => t.privacy.title,
    icon: icons.ShieldCheck,
    ability: 'read',
    group: 'data',
  },
  {
    path: '/settings/log',
    load: async () => (await import('../access/LogPage.tsx')).LogPage,
    title: (t) => t.log.title,
    icon: icons.ScrollText,
    ability: 'own',
    group: 'log',
  },
  {
    path: '/settings/account',
    load: async () => (await import('../access/AccountPage.tsx')).AccountPage,
    title: (t) => t.account.title,
    icon: icons.UserRoundCog,
    ability: 'read',
    group: 'you',
  },
];

/** Every page with a name. Routes, menu, settings, palette and journeys follow from this list. */
export const MENU_PAGES: readonly MenuPage[] = [...IN_MENU, ...IN_SETTINGS];

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
  { path: '/shoppers/:shopperId/:tab?', load: loadShopper, ability: 'read' },
  { path: '/guests/:shopperId/:tab?', load: loadShopper, ability: 'read' },
];

/** Every page below a shop's address. */
export const PAGES: readonly ConsolePage[] = [...MENU_PAGES, ...DETAIL_PAGES];

/** The address of a page without the places for values. */
export const plainPath = ({ path }: ConsolePage): string => path.replace(/\/:.*$/, '');

async function loadShopper(): Promise<ComponentType> {
  return (await import('../shoppers/ShopperPage.tsx')).ShopperPage;
}
