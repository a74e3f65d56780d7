/** A message: a text with `{places}`, or one for each plural form of `{count}`. */
export type Text = string | PluralText;
type PluralText = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>;

/** What stands in the places of a message. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Puts values in their places. Numbers are written as the language writes them, and
 * `count` chooses the plural form. A place without a value stays as it is, so that
 * a text a merchant has mistyped is seen and nothing breaks.
 */
export const fill = (text: Text, values: Values, language: string): string => {
  const { count } = values;
  const chosen =
    typeof text === 'string'
      ? text
      : ((typeof count === 'number'
          ? text[new Intl.PluralRules(language).select(count)]
          : undefined) ?? text.other);
  return chosen.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
};
