import type { Language } from './languages.ts';
import type { LanguageTexts } from './messages.ts';

const ENGLISH: LanguageTexts = {
  panel: () => import('./en/panel.ts'),
  more: () => import('./en/more.ts'),
  order: () => import('./en/order.ts'),
  survey: () => import('./en/survey.ts'),
  review: () => import('./en/review.ts'),
  write: () => import('./en/write.ts'),
};

/** The words of one language, each part fetched when it is needed; other languages are never loaded. */
export const loadTexts = async (language: Language): Promise<LanguageTexts> =>
  language === 'en' ? ENGLISH : (await import('./load-others.ts')).otherTexts(language);
