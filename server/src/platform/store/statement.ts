import { and, eq, getTableColumns, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { BaseSQLiteDatabase, SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';

/** What queries are built with: on both engines, every statement is awaited. */
export type Db = BaseSQLiteDatabase<'async', unknown>;

/** A drizzle query that can be prepared; its rows are what awaiting it gives. */
interface Preparable<Row> {
  prepare(): { execute(): Promise<Row[]> };
}

/** A query that is finished in itself and answers nothing (an insert, an update). */
interface Silent {
  prepare(): { run(): Promise<unknown> };
}

/**
 * One SQL statement, written once for both engines and prepared once per
 * connection: building a drizzle query anew costs ten times the query itself.
 */
export interface Statement<Args, Row> {
  readonly name: string;
  readonly build: (db: Db, tables: Tables) => Silent;
  /** Only for the type checker: what the statement takes and gives. */
  readonly shape?: (args: Args) => Row;
}

/** Every statement of the server, by its name. */
export const STATEMENTS = new Map<string, Pick<Statement<unknown, unknown>, 'build'>>();

/** A statement that gives rows. `name` is unique in the whole server. */
export const rows =
  <Args extends Record<string, unknown>>() =>
  <Row>(
    name: string,
    build: (db: Db, tables: Tables) => Preparable<Row> & Silent,
  ): Statement<Args, Row> => {
    return note({ name, build });
  };

/** A statement that only changes rows. */
export const change =
  <Args extends Record<string, unknown>>() =>
  (name: string, build: (db: Db, tables: Tables) => Silent): Statement<Args, never> => {
    return note({ name, build });
  };

/** The value that is given when the statement runs. */
export const arg = (name: string): Placeholder => sql.placeholder(name);

/**
 * A text given when the statement runs, to compare a column with. SQLite plans a
 * query anew whenever a bare parameter might steer its plan (17 µs against 6 for
 * a lot lookup); a cast one cannot.
 */
export const textArg = (name: string): SQL => sql`cast(${sql.placeholder(name)} as text)`;

/** Rows of the shop whose id is given as `shopId`. */
export const inShop = ({ shopId }: { readonly shopId: SQLiteColumn }): SQL =>
  eq(shopId, textArg('shopId'));

/** Ids that one statement asks for: places in its SQL, and values for them. */
export const idPlaces = (
  maximum: number,
): {
  readonly isIn: (column: SQLiteColumn) => SQL;
  /** What is left over asks for nothing. */
  readonly toPlaces: (ids: readonly string[]) => Readonly<Record<`id${number}`, string>>;
} => {
  const places = Array.from({ length: maximum }, (_, index) => textArg(`id${index}`));
  return {
    isIn: (column) => sql`${column} in (${sql.join([...places], sql`, `)})`,
    toPlaces: (ids) =>
      Object.fromEntries(places.map((_, index) => [`id${index}`, ids[index] ?? ''])),
  };
};

/** The values of such places. */
export type Ids = ReturnType<ReturnType<typeof idPlaces>['toPlaces']>;

/** The row of the shop with the id that is given as `id`. */
export const byKey = (table: {
  readonly shopId: SQLiteColumn;
  readonly id: SQLiteColumn;
}): SQL | undefined => and(inShop(table), eq(table.id, textArg('id')));

/** Columns of a table whose values are given when the statement runs, each by its name in code. */
export const given = <T extends SQLiteTable, Name extends keyof T['$inferInsert'] & string>(
  _table: T,
  ...names: readonly Name[]
): Pick<T['$inferInsert'], Name> =>
  // The same cast as that of `everyColumn`.
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Pick<
    T['$inferInsert'],
    Name
  >;

/**
 * A limit of one row, written into the SQL: a limit that is a parameter makes
 * SQLite plan the query anew each time (10 µs against 4 for the next expiry).
 */
// Drizzle takes any SQL for a limit and types a placeholder.
export const one = sql`1` as unknown as Placeholder;

/** A place for every column of a table, each named as the column is in code. */
export const everyColumn = <T extends SQLiteTable>(table: T): T['$inferInsert'] =>
  // The cast states what drizzle accepts but does not type: a placeholder in the place of a value.
  Object.fromEntries(
    Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)]),
  ) as T['$inferInsert'];

type Lockable<Q> = Q & { for(strength: 'update', options?: { skipLocked: true }): Q };

/**
 * Locks the rows a query finds until the write ends; rows another write has locked
 * are waited for, or passed over. On SQLite the one writer is the lock already,
 * and its queries have no such method.
 */
export const forUpdate = <Q extends object>(query: Q, options?: { skipLocked: true }): Q =>
  'for' in query ? (query as Lockable<Q>).for('update', options) : query;

// PostgreSQL keeps prepared statements by name, so two statements of one name would answer for each other.
function note<S extends Pick<Statement<unknown, unknown>, 'name' | 'build'>>(statement: S): S {
  const { name } = statement;
  if (STATEMENTS.has(name)) throw new Error(`Two statements are called "${name}".`);
  STATEMENTS.set(name, statement);
  return statement;
}
