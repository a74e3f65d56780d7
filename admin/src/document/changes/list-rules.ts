import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { Change } from './change-rules.ts';
import { detailsOf, fieldChanges, type Facet } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import { thingName } from './value-rules.ts';

type Thing = Readonly<Record<string, unknown>> & {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly on?: unknown;
};
export type AnyFacets = Readonly<Record<string, Facet<never> | null>>;

/** What was added to a list of things, taken from it, changed in it, and put into another order. */
export const listChanges = (of: {
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  sides: readonly [Side, Side];
  list: string;
  facets: AnyFacets;
  title: string;
}): Change[] => {
  const { list, sides, facets, title } = of;
  const [before, after] = [thingsIn(of.before, list), thingsIn(of.after, list)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const found = ids.flatMap((id): Change[] => {
    const [was, is] = [before.get(id), after.get(id)];
    const path: DocumentPath = [list, id];
    if (was === undefined && is !== undefined) {
      const subject = nameAmong(is, after, sides[1]);
      const details = detailsOf(is, sides[1], facets);
      return [added(path, subject, details)];
    }
    if (was !== undefined && is === undefined)
      return [removed(path, nameAmong(was, before, sides[0]))];
    if (was === undefined || is === undefined) return [];
    // A way to earn that became another kind of way under the same id is another.
    if (was.on !== is.on)
      return [
        removed(path, nameAmong(was, before, sides[0])),
        added(path, nameAmong(is, after, sides[1]), detailsOf(is, sides[1], facets)),
      ];
    const subject = nameAmong(is, after, sides[1]);
    return fieldChanges({ before: was, after: is, sides, facets, subject, path });
  });
  return isReordered([...before.keys()], [...after.keys()])
    ? [...found, reordered([list], title, sides[1])]
    : found;
};

/** What a thing is called; of two of one name, the second has a number. */
export const nameAmong = (thing: Thing, all: ReadonlyMap<string, Thing>, as: Reading): string => {
  const name = thingName(thing, as);
  const same = [...all.values()].filter((one) => thingName(one, as) === name);
  const place = same.indexOf(thing);
  return place > 0 ? `${name} (${place + 1})` : name;
};

function added(path: DocumentPath, subject: string, details: string): Change {
  const after = details === '' ? null : details;
  return { kind: 'added', path, subject, label: '', before: null, after };
}

function removed(path: DocumentPath, subject: string): Change {
  return { kind: 'removed', path, subject, label: '', before: null, after: null };
}

function reordered(path: DocumentPath, title: string, { changes }: Reading): Change {
  const label = changes.order(title);
  return { kind: 'changed', path, subject: '', label, before: null, after: null };
}

/** The things of a list, by their ids. */
export function thingsIn(
  document: Readonly<Record<string, unknown>>,
  list: string,
): Map<string, Thing> {
  const things = document[list];
  return new Map(
    (Array.isArray(things) ? (things as readonly Thing[]) : []).map((one) => [String(one.id), one]),
  );
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const stayed = before.filter((id) => after.includes(id));
  return after.filter((id) => before.includes(id)).some((id, i) => stayed[i] !== id);
}
