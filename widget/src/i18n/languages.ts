import { languageOf, WIDGET_LANGUAGES, type WidgetLanguage } from '@okaeri/shared/widget-languages';

/** A language the widget speaks. */
export type Language = WidgetLanguage;

/** The language of the snippet, else of the page, else of the browser; English where it is none of ours. */
export const pickLanguage = (wanted: string | null): Language => {
  const tags = [wanted, document.documentElement.lang, navigator.language];
  return languageOf(tags.find((candidate) => candidate) ?? 'en') ?? 'en';
};

/** The direction a language is written in. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => WIDGET_LANGUAGES[language];
