import {
  FileUp,
  Gift,
  HeartHandshake,
  House,
  Palette,
  Plug,
  HardDriveDownload,
  KeyRound,
  Languages,
  Mail,
  MessageCircleQuestionMark,
  Rocket,
  ScrollText,
  ShieldCheck,
  Star,
  Store,
  UserRoundCog,
  Users,
  UsersRound,
  type IconNode,
} from 'lucide';
import type { Ability } from '@okaeri/shared/roles';
import type { Messages } from '../i18n/shape.ts';

/** A page of the console that stands in the menu. */
export interface MenuPage {
  readonly name: keyof Messages['pages'];
  /** Below the shop's address. */
  readonly path: string;
  readonly icon: IconNode;
  /** What one must be able to do to see it. */
  readonly needs: Ability;
  readonly group: 'work' | 'settings';
}

/** The menu, from top to bottom. */
export const PAGES: readonly MenuPage[] = [
  { name: 'home', path: '', icon: House, needs: 'read', group: 'work' },
  { name: 'shoppers', path: '/shoppers', icon: UsersRound, needs: 'read', group: 'work' },
  { name: 'program', path: '/program', icon: Gift, needs: 'read', group: 'work' },
  { name: 'reviews', path: '/reviews', icon: Star, needs: 'read', group: 'work' },
  {
    name: 'questions',
    path: '/questions',
    icon: MessageCircleQuestionMark,
    needs: 'read',
    group: 'work',
  },
  { name: 'referrals', path: '/referrals', icon: HeartHandshake, needs: 'read', group: 'work' },
  {
    name: 'appearance',
    path: '/appearance',
    icon: Palette,
    needs: 'read',
    group: 'work',
  },
  { name: 'setup', path: '/setup', icon: Rocket, needs: 'run', group: 'settings' },
  { name: 'shop', path: '/settings/shop', icon: Store, needs: 'read', group: 'settings' },
  {
    name: 'languages',
    path: '/settings/languages',
    icon: Languages,
    needs: 'read',
    group: 'settings',
  },
  {
    name: 'integrations',
    path: '/settings/integrations',
    icon: Plug,
    needs: 'run',
    group: 'settings',
  },
  {
    name: 'members',
    path: '/settings/members',
    icon: FileUp,
    needs: 'run',
    group: 'settings',
  },
  { name: 'mail', path: '/settings/mail', icon: Mail, needs: 'read', group: 'settings' },
  {
    name: 'privacy',
    path: '/settings/privacy',
    icon: ShieldCheck,
    needs: 'read',
    group: 'settings',
  },
  {
    name: 'data',
    path: '/settings/data',
    icon: HardDriveDownload,
    needs: 'own',
    group: 'settings',
  },
  { name: 'team', path: '/settings/team', icon: Users, needs: 'own', group: 'settings' },
  { name: 'keys', path: '/settings/keys', icon: KeyRound, needs: 'own', group: 'settings' },
  { name: 'log', path: '/settings/log', icon: ScrollText, needs: 'own', group: 'settings' },
  {
    name: 'account',
    path: '/settings/account',
    icon: UserRoundCog,
    needs: 'read',
    group: 'settings',
  },
];
