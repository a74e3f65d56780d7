/** Where something stands in a document: keys, and the ids of what is in a list of things with ids. */
export type DocumentPath = readonly string[];

/** One difference between two states of a document; undefined where one has nothing there. */
export interface Difference {
  readonly path: DocumentPath;
  readonly before: unknown;
  readonly after: unknown;
}

type Keyed = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasIds = (value: unknown): value is readonly Keyed[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && typeof one['id'] === 'string');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A list of things with ids as an object, so that a thing is found wherever it stands. */
const byId = (items: readonly Keyed[]): Keyed =>
  Object.fromEntries(items.map((item) => [String(item['id']), item]));

const within = (a: Keyed, b: Keyed, path: DocumentPath): Difference[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], [...path, key]),
  );

/**
 * What is different between two states of a document, leaf by leaf. Things in lists are compared
 * by their ids; in which order they stand is no difference.
 */
export const differences = (a: unknown, b: unknown, path: DocumentPath = []): Difference[] => {
  if (same(a, b)) return [];
  if (hasIds(a) && hasIds(b) && (a.length > 0 || b.length > 0))
    return within(byId(a), byId(b), path);
  if (isObject(a) && isObject(b)) return within(a, b, path);
  return [{ path, before: a, after: b }];
};

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (document: unknown, path: DocumentPath): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return document;
  if (hasIds(document)) return valueAt(byId(document)[key], rest);
  if (Array.isArray(document)) return valueAt(document[Number(key)], rest);
  return isObject(document) ? valueAt(document[key], rest) : undefined;
};

const without = (document: Keyed, key: string): Keyed => {
  const { [key]: _, ...rest } = document;
  return rest;
};

/** The document with something else at a path; undefined takes away what stands there. */
export const withValueAt = (document: unknown, path: DocumentPath, value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (hasIds(document)) {
    const next = withValueAt(byId(document)[key], rest, value);
    if (next === undefined) return document.filter((one) => one['id'] !== key);
    return document.some((one) => one['id'] === key)
      ? document.map((one) => (one['id'] === key ? next : one))
      : [...document, next];
  }
  // Where nothing stands yet, what is on the way to the place is made.
  if (document === undefined || document === null)
    return value === undefined ? document : withValueAt({}, path, value);
  if (!isObject(document)) return document;
  const next = withValueAt(document[key], rest, value);
  return next === undefined ? without(document, key) : { ...document, [key]: next };
};

/** Somebody's changes on top of somebody else's. */
export interface Merged<Document> {
  readonly document: Document;
  /** Where both have changed the same thing into something else; there `theirs` stands. */
  readonly clashes: readonly DocumentPath[];
}

const touches = (a: DocumentPath, b: DocumentPath): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((key, i) => key === b[i]);
};

/** Puts what was changed from `base` to `mine` onto `theirs`, where they have not changed it as well. */
export const mergeChanges = <Document>(of: {
  base: Document;
  mine: Document;
  theirs: Document;
}): Merged<Document> => {
  const changed = differences(of.base, of.theirs);
  const clashes: DocumentPath[] = [];
  let document: unknown = of.theirs;
  for (const { path, after } of differences(of.base, of.mine)) {
    const meets = changed.some((one) => touches(one.path, path));
    if (!meets) document = withValueAt(document, path, after);
    else if (!same(valueAt(of.theirs, path), after)) clashes.push(path);
  }
  // Only places of the document's own shape were written to.
  return { document: document as Document, clashes };
};
