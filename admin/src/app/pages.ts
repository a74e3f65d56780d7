// As a namespace, so that a page is one entry of the list below; what is not named is not built in.
import * as icons from 'lucide';
import type { ComponentType } from 'preact';
import type { Ability } from '@okaeri/shared/roles';
import type { Messages } from '../i18n/shape.ts';

/** A page of the console. */
export interface ConsolePage {
  /** Below the shop's address; what begins with a colon is a place for a value. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** What one must be able to do to open it. */
  readonly ability: Ability;
}

/** A page that stands in the menu. */
export interface MenuPage extends ConsolePage {
  readonly title: (messages: Messages) => string;
  readonly icon: icons.IconNode;
  readonly group: 'work' | 'settings';
}

/** The pages of the menu, from top to bottom. Routes, menu, palette and journeys follow from this list. */
export const MENU_PAGES: readonly MenuPage[] = [
  {
    path: '',
    load: async () => (await import('../home/HomePage.tsx')).HomePage,
    title: (t) => t.home.title,
    icon: icons.House,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/shoppers',
    load: async () => (await import('../shoppers/ShoppersPage.tsx')).ShoppersPage,
    title: (t) => t.shoppers.title,
    icon: icons.UsersRound,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/program/:tab?',
    load: async () => (await import('../program/ProgramPage.tsx')).ProgramPage,
    title: (t) => t.program.title,
    icon: icons.Gift,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/reviews/:tab?',
    load: async () => (await import('../reviews/ReviewsPage.tsx')).ReviewsPage,
    title: (t) => t.reviews.title,
    icon: icons.Star,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/questions/:tab?',
    load: async () => (await import('../questions/QuestionsPage.tsx')).QuestionsPage,
    title: (t) => t.questions.title,
    icon: icons.MessageCircleQuestionMark,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/referrals/:tab?',
    load: async () => (await import('../referrals/ReferralsPage.tsx')).ReferralsPage,
    title: (t) => t.referrals.title,
    icon: icons.HeartHandshake,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/appearance/:tab?',
    load: async () => (await import('../appearance/AppearancePage.tsx')).AppearancePage,
    title: (t) => t.appearance.title,
    icon: icons.Palette,
    ability: 'read',
    group: 'work',
  },
  {
    path: '/setup',
    load: async () => (await import('../setup/SetupPage.tsx')).SetupPage,
    title: (t) => t.setup.title,
    icon: icons.Rocket,
    ability: 'run',
    group: 'settings',
  },
  {
    path: '/settings/shop',
    load: async () => (await import('../access/ShopPage.tsx')).ShopPage,
    title: (t) => t.shop.title,
    icon: icons.Store,
    ability: 'read',
    group: 'settings',
  },
  {
    path: '/settings/languages',
    load: async () => (await import('../access/LanguagesPage.tsx')).LanguagesPage,
    title: (t) => t.languages.title,
    icon: icons.Languages,
    ability: 'read',
    group: 'settings',
  },
  {
    path: '/settings/integrations',
    load: async () => (await import('../integrations/IntegrationsPage.tsx')).IntegrationsPage,
    title: (t) => t.integrations.title,
    icon: icons.Plug,
    ability: 'run',
    group: 'settings',
  },
  {
    path: '/settings/members',
    load: async () => (await import('../imports/MembersPage.tsx')).MembersPage,
    title: (t) => t.memberImports.title,
    icon: icons.FileUp,
    ability: 'run',
    group: 'settings',
  },
  {
    path: '/settings/mail',
    load: async () => (await import('../mail/MailPage.tsx')).MailPage,
    title: (t) => t.mail.title,
    icon: icons.Mail,
    ability: 'read',
    group: 'settings',
  },
  {
    path: '/settings/privacy',
    load: async () => (await import('../privacy/PrivacyPage.tsx')).PrivacyPage,
    title: (t) => t.privacy.title,
    icon: icons.ShieldCheck,
    ability: 'read',
    group: 'settings',
  },
  {
    path: '/settings/data',
    load: async () => (await import('../portability/DataPage.tsx')).DataPage,
    title: (t) => t.data.title,
    icon: icons.HardDriveDownload,
    ability: 'own',
    group: 'settings',
  },
  {
    path: '/settings/team',
    load: async () => (await import('../access/TeamPage.tsx')).TeamPage,
    title: (t) => t.team.title,
    icon: icons.Users,
    ability: 'own',
    group: 'settings',
  },
  {
    path: '/settings/keys',
    load: async () => (await import('../access/KeysPage.tsx')).KeysPage,
    title: (t) => t.keys.title,
    icon: icons.KeyRound,
    ability: 'own',
    group: 'settings',
  },
  {
    path: '/settings/log',
    load: async () => (await import('../access/LogPage.tsx')).LogPage,
    title: (t) => t.log.title,
    icon: icons.ScrollText,
    ability: 'own',
    group: 'settings',
  },
  {
    path: '/settings/account',
    load: async () => (await import('../access/AccountPage.tsx')).AccountPage,
    title: (t) => t.account.title,
    icon: icons.UserRoundCog,
    ability: 'read',
    group: 'settings',
  },
];

/** Pages to which others lead. */
const DETAIL_PAGES: readonly ConsolePage[] = [
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
