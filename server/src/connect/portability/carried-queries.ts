import { and, asc, eq, getTableColumns, SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tables } from '../../platform/store/tables.ts';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  type Statement,
} from '../../platform/store/statement.ts';

/** A row as it is carried: without its shop, which is another where it arrives. */
export type CarriedRow = Readonly<Record<string, unknown>>;

/** Where the next page begins: the keys of the last row. */
type PageArgs = { shopId: string; limit: number } & Record<string, unknown>;

/** A table whose rows belong to a shop, and how they are walked through in a fixed order. */
export interface CarriedTable {
  readonly name: string;
  /** Columns of the key behind the shop, each with what stands before every value. */
  readonly keys: Readonly<Record<string, string | number>>;
  /** What stands in columns that a line leaves out: a file of an earlier release has fewer. */
  readonly absent: CarriedRow;
  readonly select: Statement<PageArgs, CarriedRow>;
  readonly insert: Statement<CarriedRow, never>;
}

type AnyTable = Tables[keyof Tables];

/** How the rows of one table are carried, walked through by these columns. */
export const carriedTable = (
  name: keyof Tables,
  keys: Readonly<Record<string, string | number>>,
  absent: CarriedRow,
): CarriedTable => {
  const pick = (tables: Tables): AnyTable => tables[name];
  const order = Object.keys(keys);
  const columnsOf = (table: AnyTable): SQLiteColumn[] => order.map((key) => columnOf(table, key));
  const behind = (table: AnyTable): SQL | undefined => {
    const columns = columnsOf(table);
    if (columns.length === 0) return undefined;
    const places = order.map((key) => sql`${arg(`after_${key}`)}`);
    return sql`(${sql.join(columns, sql`, `)}) > (${sql.join(places, sql`, `)})`;
  };
  return {
    name,
    keys,
    absent,
    select: rows<PageArgs>()(`carry_${name}`, (db, t) => {
      const table = pick(t);
      return db
        .select()
        .from(table)
        .where(and(eq(columnOf(table, 'shopId'), textArg('shopId')), behind(table)))
        .orderBy(...columnsOf(table).map((column) => asc(column)))
        .limit(arg('limit'));
    }),
    insert: change<CarriedRow>()(`bring_${name}`, (db, t) => {
      const table = pick(t);
      return db.insert(table).values(everyColumn(table));
    }),
  };
};

/** What a table puts where nothing is given: nothing, or what its columns begin with. Others must be given. */
export const absentOf = (table: AnyTable): CarriedRow =>
  Object.fromEntries(
    Object.entries(columnsByName(table)).flatMap(([name, column]): [string, unknown][] => {
      if (isValue(column.default)) return [[name, column.default]];
      return column.notNull ? [] : [[name, null]];
    }),
  );

/** No default is undefined; one that the database would work out is SQL, and cannot be put in by us. */
function isValue(found: unknown): boolean {
  return found !== undefined && !(found instanceof SQL);
}

function columnOf(table: AnyTable, name: string): SQLiteColumn {
  const column = columnsByName(table)[name];
  if (column === undefined) throw new Error(`There is no column ${name}.`);
  return column;
}

/** The columns of a table by their names in code. Its own type says which it has; of any table nobody knows. */
function columnsByName(table: AnyTable): Readonly<Record<string, SQLiteColumn>> {
  return getTableColumns<SQLiteTable>(table);
}
