import type { FirstMessages } from './first.ts';
import type { PanelMessages } from './panel.ts';

/** The panel's words in one language; the other languages are never loaded. */
export const loadMessages = async (language: FirstMessages['$code']): Promise<PanelMessages> =>
  language === 'ja'
    ? (await import('./panel.ja.ts')).messages
    : (await import('./panel.en.ts')).messages;
