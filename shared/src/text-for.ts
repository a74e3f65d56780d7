/** The language of a text nobody has said the language of (BCP 47). */
export const UNSAID_LANGUAGE = 'und';

/**
 * A text in the language of a reader, else in one of the same family, else as it was given without a
 * language, else in English, else in whatever there is.
 */
export const textFor = (
  texts: Readonly<Record<string, string>>,
  language: string | null,
): string | null => {
  const wanted = language?.toLowerCase() ?? '';
  const family = wanted.split('-')[0];
  const tags = Object.keys(texts);
  const tag =
    tags.find((one) => one.toLowerCase() === wanted) ??
    tags.find((one) => one.toLowerCase().split('-')[0] === family) ??
    [UNSAID_LANGUAGE, 'en', ...tags].find((one) => texts[one] !== undefined);
  return tag === undefined ? null : (texts[tag] ?? null);
};
