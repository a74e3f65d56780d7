/** A language the widget speaks. */
export type Language =
  | 'en'
  | 'ja'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'pt'
  | 'zh-Hans'
  | 'zh-Hant'
  | 'ko'
  | 'ar';

/** Languages that have one script, by the beginning of their tags. */
const PLAIN = /^(en|ja|de|fr|es|it|pt|ko|ar)\b/;

const chineseOf = (tag: string): Language =>
  /hant|-(tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans';

/** The language of a BCP 47 tag, or undefined where it is none of ours: `de-AT` is German. */
export const languageOf = (tag: string): Language | undefined => {
  const lower = tag.toLowerCase();
  if (lower.startsWith('zh')) return chineseOf(lower);
  // What the pattern finds is one of ours.
  return PLAIN.exec(lower)?.[1] as Language | undefined;
};

/** The language of the snippet, else of the page, else of the browser; English where it is none of ours. */
export const pickLanguage = (wanted: string | null): Language => {
  const tags = [wanted, document.documentElement.lang, navigator.language];
  return languageOf(tags.find((candidate) => candidate) ?? 'en') ?? 'en';
};

/** The direction a language is written in. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr';
