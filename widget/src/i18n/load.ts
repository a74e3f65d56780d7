import type { EarnMessages } from './earn.ts';
import type { FirstMessages } from './first.ts';
import type { LedgerMessages } from './ledger.ts';
import type { PanelMessages } from './panel.ts';

type Language = FirstMessages['$code'];

// Each import is written out: only then does the bundler make a chunk of it.

/** The panel's words in one language; the other languages are never loaded. */
export const loadMessages = async (language: Language): Promise<PanelMessages> =>
  language === 'ja'
    ? (await import('./panel.ja.ts')).messages
    : (await import('./panel.en.ts')).messages;

/** The words of the ways to earn. */
export const loadEarnMessages = async (language: Language): Promise<EarnMessages> =>
  language === 'ja'
    ? (await import('./earn.ja.ts')).messages
    : (await import('./earn.en.ts')).messages;

/** The words of the history. */
export const loadLedgerMessages = async (language: Language): Promise<LedgerMessages> =>
  language === 'ja'
    ? (await import('./ledger.ja.ts')).messages
    : (await import('./ledger.en.ts')).messages;
