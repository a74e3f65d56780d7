import type { Language } from './languages.ts';

/**
 * Languages whose words were drafted by a machine and wait for somebody who speaks
 * them. English and Japanese were written by hand. Whoever has read a language
 * through takes it from this list, in the same change as what they mended.
 */
export const DRAFTED: readonly Language[] = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'ar',
];

/** Every language the widget speaks. */
export const LANGUAGES: readonly Language[] = ['en', 'ja', ...DRAFTED];
