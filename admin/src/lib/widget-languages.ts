/** Languages of the widget, as its files are named. */
const FILES = ['en', 'ja', 'de', 'fr', 'es', 'it', 'pt', 'zh-hans', 'zh-hant', 'ko', 'ar'] as const;

const tagOf = (file: string): string => Intl.getCanonicalLocales(file)[0] ?? file;

/** What a language is called by those who speak it. */
export const languageName = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/** Languages of the widget by their tags, each called by its own name. */
export const WIDGET_LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  FILES.map(tagOf).map((tag) => [tag, languageName(tag)]),
);
