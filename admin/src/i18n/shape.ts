/**
 * What the console says, in English. Every file of `en/` adds the texts that it exports, by declaration
 * merging: a new area has a file of its own in `en/` and `ja/`, and is named nowhere else.
 *
 * @public each file adds to it
 */
export interface EnglishMessages {}

/** The type of a text in any language, of what it is in English. */
export type Widen<T> = T extends string
  ? string
  : T extends (...of: infer Args) => string
    ? (...of: Args) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> };

/** Everything the console says. A language that lacks a sentence does not compile. */
export type Messages = Widen<EnglishMessages>;
