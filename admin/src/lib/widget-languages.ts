import { WIDGET_LANGUAGES as LANGUAGES } from '@okaeri/shared/widget-languages';

/** What a language is called by those who speak it. */
export const languageName = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/** Languages of the widget by their tags, each called by its own name. */
export const WIDGET_LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(LANGUAGES).map((tag) => [tag, languageName(tag)]),
);
