import type { DocumentPath } from '@okaeri/shared/document-difference';
import { beginning, isSame, type Change } from './change-rules.ts';
import type { Reading, Side } from './reading.ts';

type KeyOf<Thing> = Thing extends unknown ? keyof Thing & string : never;
type ValueOf<Thing, Key> = Thing extends { [K in Key & string]?: infer Value } ? Value : never;

/** How one field of a thing is said. */
export interface Facet<Value> {
  readonly label: string;
  /** `alone`: its value says what it is of; `quiet`: it is not among what is said of a new thing. */
  readonly how: 'alone' | 'labelled' | 'quiet';
  readonly text: (value: Value, of: Of) => string;
  /** A value that need not be said of a new thing. */
  readonly isUsual?: (value: Value) => boolean;
  /** A value for each language, said one by one. */
  readonly byLanguage?: boolean;
  /** What is said of a new thing in its place. */
  readonly details?: (value: Value, of: Of) => string;
  /** Other fields that are said with it. */
  readonly with?: readonly string[];
}

/** Every field of a thing; null for those that are said with another. */
export type Facets<Thing> = {
  readonly [Key in KeyOf<Thing>]-?: Facet<ValueOf<Thing, Key>> | null;
};

/** Fields of anything, as they are walked through. */
type AnyFacets = Readonly<Record<string, Facet<never> | null>>;

/** Where a value stands. */
export interface Of {
  readonly side: Side;
  readonly thing: Thing;
}

type Thing = Readonly<Record<string, unknown>>;

/** What is different between two states of one thing, field by field. */
export const fieldChanges = (of: {
  before: Thing;
  after: Thing;
  sides: readonly [Side, Side];
  facets: AnyFacets;
  subject: string;
  path: DocumentPath;
}): Change[] => {
  const { before, after, facets } = of;
  return Object.entries(facets).flatMap(([key, facet]) => {
    if (facet === null || !differs(before, after, [key, ...(facet.with ?? [])])) return [];
    const one = { ...of, key, facet: facet as Facet<unknown> };
    return facet.byLanguage === true
      ? languageChanges(one)
      : [change(one, before[key], after[key])];
  });
};

/** What is said of a thing by itself: `250 points, once a year`. */
export const detailsOf = (thing: Thing, side: Side, facets: AnyFacets): string => {
  const parts = Object.entries(facets).flatMap(([key, known]) => {
    const facet = known as Facet<unknown> | null;
    const value = thing[key];
    if (facet === null || facet.how === 'quiet' || isEmpty(value)) return [];
    if (facet.isUsual?.(value) === true || facet.byLanguage === true) return [];
    if (facet.details) return [facet.details(value, { side, thing })];
    const text = facet.text(value, { side, thing });
    return [facet.how === 'alone' ? text : side.changes.labelled(facet.label, text)];
  });
  return side.changes.sentence(parts);
};

/** A difference as one sentence. */
export const changeText = (one: Change, { changes: w }: Pick<Reading, 'changes'>): string => {
  const { subject, label, before, after, kind } = one;
  if (kind === 'removed') return beginning(subject);
  if (kind === 'added') return after === null ? subject : w.named(beginning(subject), after);
  const what =
    before === null || after === null ? w.changed(label) : valuesText(w, label, before, after);
  return subject === '' ? beginning(what) : w.named(subject, what);
};

interface One {
  sides: readonly [Side, Side];
  before: Thing;
  after: Thing;
  subject: string;
  path: DocumentPath;
  key: string;
  facet: Facet<unknown>;
}

function change(of: One, before: unknown, after: unknown, tag?: string): Change {
  const { sides, subject, path, key, facet } = of;
  const say = (value: unknown, thing: Thing, side: Side): string =>
    facet.text(value, { side, thing });
  const texts = [say(before, of.before, sides[0]), say(after, of.after, sides[1])] as const;
  const name = languageName(tag, sides[1]);
  const label = name === undefined ? facet.label : sides[1].changes.inLanguage(facet.label, name);
  const place = tag === undefined ? [...path, key] : [...path, key, tag];
  // Where words cannot tell them apart, only that it changed is said.
  if (texts[0] === texts[1])
    return { kind: 'changed', path: place, subject, label, before: null, after: null };
  const shown = facet.how === 'alone' && tag === undefined ? '' : label;
  return { kind: 'changed', path: place, subject, label: shown, before: texts[0], after: texts[1] };
}

function languageChanges(of: One): Change[] {
  const [before, after] = [asThing(of.before[of.key]), asThing(of.after[of.key])];
  const tags = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const found = tags.flatMap((tag) =>
    isSame(before[tag], after[tag]) ? [] : [change(of, before[tag], after[tag], tag)],
  );
  // From none to an empty record is a difference that no language shows.
  return found.length > 0 ? found : [change(of, undefined, undefined)];
}

function valuesText(w: Reading['changes'], label: string, before: string, after: string): string {
  const values = w.changedTo(before, after);
  return label === '' ? values : w.labelled(label, values);
}

function languageName(tag: string | undefined, side: Side): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return new Intl.DisplayNames(side.language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function differs(a: Thing, b: Thing, keys: readonly string[]): boolean {
  return keys.some((key) => !isSame(a[key], b[key]));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isEmpty(value: unknown): boolean {
  return isNothing(value) || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
}

function asThing(value: unknown): Thing {
  return typeof value === 'object' && value !== null ? (value as Thing) : {};
}
