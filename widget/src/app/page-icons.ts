import { DOOR } from '../lib/door.ts';
import type { SubPageName, Tab } from './panels.ts';

/** The paths of icons, among the tabs or in the rows of the home: only the dialog shows them, so they come with it. */
export const PAGE_ICONS: Readonly<Record<Tab, string> & Partial<Record<SubPageName, string>>> = {
  home: DOOR,
  rewards:
    'M4.5 11v9h15v-9M3 7h18v4H3zM12 7v13M12 7S8 7 8 4.8 11.5 3.3 12 7c.5-3.7 4-3.4 4-2.2S12 7 12 7',
  earn: 'M12 4a8 8 0 1 0 .01 0zM12 8.5v7M8.5 12h7',
  history: 'M5 4h14v16l-2.3-1.5L14.3 20 12 18.5 9.7 20l-2.4-1.5L5 20zM9 9h6M9 13h6',
  tiers:
    'M12 21v-9M12 12c0-4-3-6-7.5-6 0 4 2.5 6 7.5 6zM12 15c0-3.2 2.5-5.2 7.5-5.2C19.5 13 17 15 12 15',
  goals: 'M6 21V4M6 4.5h12l-3 4 3 4H6',
  friends:
    'M9 4a3.5 3.5 0 1 0 .01 0zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.3 3.3 0 0 1 0 6.2M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  review: 'm5 19 1-4L16.5 4.5l3 3L9 18zM14 7l3 3',
  profile: 'M12 4a4 4 0 1 0 .01 0zM4.5 20.5a7.5 7.5 0 0 1 15 0',
};
