import type { Language } from './languages.ts';
import type { ReviewTexts } from './messages.ts';

// Each import is written out: only then does the bundler make a chunk of it.
const REVIEW: Readonly<Record<Language, () => Promise<{ messages: ReviewTexts }>>> = {
  en: () => import('./en/review.ts'),
  ja: () => import('./ja/review.ts'),
  de: () => import('./de/review.ts'),
  fr: () => import('./fr/review.ts'),
  es: () => import('./es/review.ts'),
  it: () => import('./it/review.ts'),
  pt: () => import('./pt/review.ts'),
  'zh-Hans': () => import('./zh-Hans/review.ts'),
  'zh-Hant': () => import('./zh-Hant/review.ts'),
  ko: () => import('./ko/review.ts'),
  ar: () => import('./ar/review.ts'),
};

/** The words of reviews, which come with the first panel of reviews. */
export const loadReviewTexts = async (language: Language): Promise<ReviewTexts> =>
  (await REVIEW[language]()).messages;
