import { languageOf, WIDGET_LANGUAGES, type WidgetLanguage } from '@okaeri/shared/widget-languages';

/**
 * The language in which shoppers are written to, of a BCP 47 tag or of the `Accept-Language` of their browser: the
 * first of those named that is one of the widget's, else English.
 */
export const readerLanguage = (wanted: string | null): WidgetLanguage => {
  for (const tag of (wanted ?? '').split(',')) {
    const found = languageOf(tag.trim());
    if (found !== undefined) return found;
  }
  return 'en';
};

/** The direction a language is written in: whatever is none of ours runs from the left. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  WIDGET_LANGUAGES[languageOf(language) ?? 'en'];

/** Texts of pages and e-mails: in English always, in every other language as far as somebody has written them. */
export type TextsByLanguage<Texts> = Readonly<
  Partial<Record<WidgetLanguage, Texts>> & { en: Texts }
>;

/** The texts in a language, else in English. */
export const textsIn = <Texts>(of: TextsByLanguage<Texts>, language: WidgetLanguage): Texts =>
  of[language] ?? of.en;
