import type { Language } from './languages.ts';
import type { ReviewTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const REVIEW: Readonly<Record<Language, () => Promise<{ messages: ReviewTexts }>>> = {
  en: () => import('./review.en.ts'),
  ja: () => import('./review.ja.ts'),
  de: () => import('./review.de.ts'),
  fr: () => import('./review.fr.ts'),
  es: () => import('./review.es.ts'),
  it: () => import('./review.it.ts'),
  pt: () => import('./review.pt.ts'),
  'zh-Hans': () => import('./review.zh-hans.ts'),
  'zh-Hant': () => import('./review.zh-hant.ts'),
  ko: () => import('./review.ko.ts'),
  ar: () => import('./review.ar.ts'),
};

/** The words of reviews, which come with the first panel of reviews. */
export const loadReviewTexts = async (language: Language): Promise<ReviewTexts> =>
  (await REVIEW[language]()).messages;
