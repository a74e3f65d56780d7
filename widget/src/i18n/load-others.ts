import type { Language } from './languages.ts';
import type { PanelTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const PANEL: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ messages: PanelTexts }>>> = {
  ja: () => import('./panel.ja.ts'),
  de: () => import('./panel.de.ts'),
  fr: () => import('./panel.fr.ts'),
  es: () => import('./panel.es.ts'),
  it: () => import('./panel.it.ts'),
  pt: () => import('./panel.pt.ts'),
  'zh-Hans': () => import('./panel.zh-hans.ts'),
  'zh-Hant': () => import('./panel.zh-hant.ts'),
  ko: () => import('./panel.ko.ts'),
  ar: () => import('./panel.ar.ts'),
};
/** The words of the panel and its home in a language other than English. */
export const loadOtherTexts = async (language: Exclude<Language, 'en'>): Promise<PanelTexts> =>
  (await PANEL[language]()).messages;
