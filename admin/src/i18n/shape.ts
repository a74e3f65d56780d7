import type { en } from './en.ts';

type Widen<T> = T extends string
  ? string
  : T extends (...of: infer Args) => string
    ? (...of: Args) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> };

/** Everything the console says. A language that lacks a sentence does not compile. */
export type Messages = Widen<typeof en>;
