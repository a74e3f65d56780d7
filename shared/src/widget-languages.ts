/**
 * The languages of the widget, by their BCP 47 tags, and how each is written. The words of a
 * language are in `widget/src/i18n/<tag>/`. English and Japanese were written by hand. The others
 * were drafted by a machine and wait for somebody who speaks them: such a line says so until then.
 */
export const WIDGET_LANGUAGES = {
  en: 'ltr',
  ja: 'ltr',
  de: 'ltr', // drafted
  fr: 'ltr', // drafted
  es: 'ltr', // drafted
  it: 'ltr', // drafted
  pt: 'ltr', // drafted
  'zh-Hans': 'ltr', // drafted
  'zh-Hant': 'ltr', // drafted
  ko: 'ltr', // drafted
  ar: 'rtl', // drafted
} as const;

/** A language the widget speaks. */
export type WidgetLanguage = keyof typeof WIDGET_LANGUAGES;

const isLanguage = (tag: string): tag is WidgetLanguage => Object.hasOwn(WIDGET_LANGUAGES, tag);

const chineseOf = (tag: string): WidgetLanguage =>
  /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans';

/** The language of a BCP 47 tag, or undefined where it is none of ours: `de-AT` is German. */
export const languageOf = (tag: string): WidgetLanguage | undefined => {
  const lower = tag.toLowerCase();
  if (lower.startsWith('zh')) return chineseOf(lower);
  const base = lower.replace(/\W.*/, '');
  return isLanguage(base) ? base : undefined;
};
