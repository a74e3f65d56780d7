import type { Language } from './languages.ts';
import type { PanelTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const PANEL: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ messages: PanelTexts }>>> = {
  ja: () => import('./ja/panel.ts'),
  de: () => import('./de/panel.ts'),
  fr: () => import('./fr/panel.ts'),
  es: () => import('./es/panel.ts'),
  it: () => import('./it/panel.ts'),
  pt: () => import('./pt/panel.ts'),
  'zh-Hans': () => import('./zh-Hans/panel.ts'),
  'zh-Hant': () => import('./zh-Hant/panel.ts'),
  ko: () => import('./ko/panel.ts'),
  ar: () => import('./ar/panel.ts'),
};
/** The words of the panel and its home in a language other than English. */
export const loadOtherTexts = async (language: Exclude<Language, 'en'>): Promise<PanelTexts> =>
  (await PANEL[language]()).messages;
