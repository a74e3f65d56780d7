import { messages } from '../i18n/messages.ts';
import type { Crumb } from '../ui/Page.tsx';
import { shopPath } from './session.ts';

/** What stands above a page of the settings. */
export const settingsCrumb = (): readonly Crumb[] => [
  { href: shopPath('/settings'), text: messages().app.settings },
];
