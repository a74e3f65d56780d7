import type { IconNode } from 'lucide';
import type { ComponentType } from 'preact';
import type { Ability } from '@okaeri/shared/roles';
import type { Overview } from '@okaeri/shared/setup';
import type { WordsPart } from '../i18n/messages.ts';
import type { Messages } from '../i18n/shape.ts';

/** A page of the console. */
export interface ConsolePage {
  /** Below the shop's address; what begins with a colon is a place for a value. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  /** What one must be able to do to open it. */
  readonly ability: Ability;
  readonly title?: (messages: Messages) => string;
  /** Words that come with it. */
  readonly words?: readonly WordsPart[];
}

/** What the menu groups its pages by; those of `top` and `end` stand without a heading. */
export type MenuGroup = 'top' | 'customers' | 'loyalty' | 'feedback' | 'engagement' | 'end';

/** What the page of settings groups its pages by. */
export type SettingsGroup = 'shop' | 'connections' | 'messages' | 'data' | 'log' | 'you';

/** What stands beside a page's name in the menu. */
export interface PageBadge {
  /** Seen. */
  readonly text: string;
  /** Heard. */
  readonly label: string;
  /** Late, or not published. */
  readonly isLate?: boolean;
}

/** A page with a name, in the menu or among the settings. */
export interface MenuPage extends ConsolePage {
  readonly title: (messages: Messages) => string;
  readonly icon: IconNode;
  readonly group: MenuGroup | SettingsGroup;
  /** How many wait there, or how it stands; said beside its name. */
  readonly badge?: (overview: Overview, messages: Messages) => PageBadge | null;
  /** The letter that leads there after G. */
  readonly key?: string;
  /** Where it moves once it has done its part. */
  readonly groupLater?: SettingsGroup;
  /** Addresses of pages to which this one leads, where they do not begin with its own. */
  readonly others?: readonly string[];
}
