/** A column of a table's key: as the database calls it, and as code does. */
export interface KeyColumn {
  readonly column: string;
  readonly field: string;
}

/** Which rows a statement touches, as far as its text says. */
export interface Footprint {
  /** `locks` are the rows it gives, `writes` are known before it runs. */
  readonly kind: 'reads' | 'locks' | 'writes';
  readonly table: string;
  /** The arguments that are the row's key, in the order of its columns; undefined where it may be any row. */
  readonly keyArgs: readonly string[] | undefined;
}

/** Rows of a table that a write holds: one by its key, or any of them. */
export interface Hold {
  readonly table: string;
  readonly key: string | undefined;
}

const VERB = /^\s*(insert into|update|delete from)\s+"?(\w+)"?/i;
const SOURCE = /\sfrom\s+"?(\w+)"?/i;
const LOCKS = /\sfor update\b/i;
const INSERTED = /^\s*insert into\s+"?\w+"?\s*\(([^)]*)\)\s*values\s*\(([^()]*)\)(?!\s*,)/i;
// A condition that names a row by its key is a plain list of comparisons.
const NOT_PLAIN = /\sor\s|\(\s*select\b/i;

/**
 * Reads from a statement of PostgreSQL which rows it touches. Whatever it does not understand is the whole table:
 * then writes wait for each other that need not, and none misses another.
 *
 * @param text the statement, with `$1`, `$2` … in the places of its arguments
 * @param args the names of those arguments; undefined where a value is fixed
 * @param keyOf the columns of a table's primary key
 */
export const footprintOf = (
  text: string,
  args: readonly (string | undefined)[],
  keyOf: (table: string) => readonly KeyColumn[],
): Footprint => {
  const [, verb, table = ''] = VERB.exec(text) ?? [];
  if (verb === undefined) {
    const source = SOURCE.exec(text)?.[1] ?? '';
    return { kind: LOCKS.test(text) ? 'locks' : 'reads', table: source, keyArgs: undefined };
  }
  const placed = /insert/i.test(verb) ? insertedArgs(text, args) : comparedArgs(text, args);
  const key = keyOf(table).map(({ column }) => placed.get(column));
  const isWhole = key.length > 0 && key.every((name) => name !== undefined);
  return { kind: 'writes', table, keyArgs: isWhole ? key : undefined };
};

/** What a statement that writes holds, by the arguments it is given. */
export const heldByArgs = ({ table, keyArgs }: Footprint, args: unknown): Hold => ({
  table,
  key: keyArgs === undefined ? undefined : keyText(keyArgs, args),
});

/** What a statement that locks holds, by the rows it gave. */
export const heldByRows = (
  table: string,
  key: readonly KeyColumn[],
  rows: readonly unknown[],
): Hold[] => {
  const fields = key.map(({ field }) => field);
  const keys = rows.map((row) => keyText(fields, row));
  const isKnown = fields.length > 0 && keys.every((key) => key !== undefined);
  return isKnown ? keys.map((key) => ({ table, key })) : [{ table, key: undefined }];
};

/** Whether two writes touch one row. */
export const meet = (one: Hold, other: Hold): boolean =>
  one.table === other.table &&
  (one.key === undefined || other.key === undefined || one.key === other.key);

function keyText(names: readonly string[], of: unknown): string | undefined {
  if (typeof of !== 'object' || of === null) return undefined;
  const values: unknown[] = names.map((name) => Reflect.get(of, name));
  return values.includes(undefined) ? undefined : JSON.stringify(values);
}

/** Of one row that is inserted: its columns, and the arguments that are their values. */
function insertedArgs(text: string, args: readonly (string | undefined)[]): Map<string, string> {
  const [, columns = '', values = ''] = INSERTED.exec(text) ?? [];
  const names = columns.split(',').map((column) => column.trim().replaceAll('"', ''));
  return placedArgs(
    values.split(',').flatMap((value, i) => [[names[i] ?? '', value.trim()] as const]),
    args,
  );
}

/** Of an UPDATE or a DELETE: the columns that are compared with an argument. */
function comparedArgs(text: string, args: readonly (string | undefined)[]): Map<string, string> {
  const condition = / where (.*?)( returning .*)?$/is.exec(text)?.[1] ?? '';
  if (NOT_PLAIN.test(condition)) return new Map();
  const found = condition.matchAll(/"(\w+)" = (?:cast\()?(\$\d+)/gi);
  return placedArgs(
    Array.from(found, ([, column = '', place = '']) => [column, place] as const),
    args,
  );
}

function placedArgs(
  places: readonly (readonly [column: string, place: string])[],
  args: readonly (string | undefined)[],
): Map<string, string> {
  return new Map(
    places.flatMap(([column, place]) => {
      const name = /^\$\d+$/.test(place) ? args[Number(place.slice(1)) - 1] : undefined;
      return name === undefined ? [] : [[column, name] as const];
    }),
  );
}
