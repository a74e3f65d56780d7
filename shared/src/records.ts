/**
 * The keys of a record with the type it names. TypeScript gives `string`, as an object may have more keys than its
 * type says: use it for literals and for what has passed a strict schema.
 */
export const keysOf = <Key extends string>(of: Readonly<Partial<Record<Key, unknown>>>): Key[] =>
  Object.keys(of) as Key[];

/** Keys with their values, for the same records; a key without a value is left out. */
export const entriesOf = <Key extends string, Value>(
  of: Readonly<Partial<Record<Key, Value>>>,
): (readonly [Key, Value])[] =>
  keysOf(of).flatMap((key) => {
    const value = of[key];
    return value === undefined ? [] : [[key, value] as const];
  });

/** A record with a value for each of these keys. */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> =>
  // Each key of the type is in the list, and `fromEntries` puts each of the list in.
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;

/** Whether a text is a key of a record: a property of its own, not one that every object has. */
export const isKeyOf = <Key extends string>(
  of: Readonly<Record<Key, unknown>>,
  text: string,
): text is Key => Object.hasOwn(of, text);
