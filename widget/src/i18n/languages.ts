import { WIDGET_LANGUAGES, type WidgetLanguage } from '@okaeri/shared/widget-languages';

/** A language the widget speaks. */
export type Language = WidgetLanguage;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(WIDGET_LANGUAGES, tag);

const chineseOf = (tag: string): Language =>
  /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans';

/** The language of a BCP 47 tag, or undefined where it is none of ours: `de-AT` is German. */
export const languageOf = (tag: string): Language | undefined => {
  const lower = tag.toLowerCase();
  if (lower.startsWith('zh')) return chineseOf(lower);
  const base = lower.replace(/\W.*/, '');
  return isLanguage(base) ? base : undefined;
};

/** The language of the snippet, else of the page, else of the browser; English where it is none of ours. */
export const pickLanguage = (wanted: string | null): Language => {
  const tags = [wanted, document.documentElement.lang, navigator.language];
  return languageOf(tags.find((candidate) => candidate) ?? 'en') ?? 'en';
};

/** The direction a language is written in. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => WIDGET_LANGUAGES[language];
