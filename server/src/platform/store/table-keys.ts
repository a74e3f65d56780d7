import { getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type { KeyColumn } from './footprint-rules.ts';
import type { Tables } from './tables.ts';

const known = new WeakMap<Tables, ReadonlyMap<string, readonly KeyColumn[]>>();

/** The primary keys of PostgreSQL's tables, by what the database calls them. A table of no key has no columns in it. */
export const keysOfTables = (tables: Tables): ((table: string) => readonly KeyColumn[]) => {
  const keys = known.get(tables) ?? readKeys(tables);
  known.set(tables, keys);
  return (table) => keys.get(table) ?? [];
};

function readKeys(tables: Tables): ReadonlyMap<string, readonly KeyColumn[]> {
  const keys = new Map<string, readonly KeyColumn[]>();
  for (const table of Object.values<unknown>({ ...tables })) {
    if (!is(table, PgTable)) continue;
    const { name, columns, primaryKeys } = getTableConfig(table);
    const fields = new Map(
      Object.entries(getTableColumns(table)).map(([field, column]) => [column.name, field]),
    );
    const ofTable = primaryKeys.flatMap((key) => key.columns);
    const key = ofTable.length > 0 ? ofTable : columns.filter(({ primary }) => primary);
    keys.set(
      name,
      key.map(({ name: column }) => ({ column, field: fields.get(column) ?? column })),
    );
  }
  return keys;
}
