import * as postgresCore from 'drizzle-orm/pg-core';
import * as sqliteCore from 'drizzle-orm/sqlite-core';

/**
 * The column vocabulary: every table is written once, with these words, and
 * exists on both engines. `count` is a whole number up to 2^53, `instant` epoch
 * milliseconds, `json` a document kept as text and never queried into.
 */
export const sqliteColumns = {
  table: sqliteCore.sqliteTable,
  text: (name: string) => sqliteCore.text(name),
  count: (name: string) => sqliteCore.integer(name),
  instant: (name: string) => sqliteCore.integer(name),
  flag: (name: string) => sqliteCore.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => sqliteCore.text(name, { mode: 'json' }).$type<T>(),
  primaryKey: sqliteCore.primaryKey,
  foreignKey: sqliteCore.foreignKey,
  index: sqliteCore.index,
  uniqueIndex: sqliteCore.uniqueIndex,
  check: sqliteCore.check,
};

export type Columns = typeof sqliteColumns;

// Kept as text rather than jsonb: what was hashed must come back byte for byte.
const postgresJson = postgresCore.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value): unknown => JSON.parse(value),
});

// The one cast of the store: both vocabularies have the same methods and give
// the same JavaScript values, and the code sees the SQLite types.
export const postgresColumns = {
  table: postgresCore.pgTable,
  text: (name: string) => postgresCore.text(name),
  count: (name: string) => postgresCore.bigint(name, { mode: 'number' }),
  instant: (name: string) => postgresCore.bigint(name, { mode: 'number' }),
  flag: (name: string) => postgresCore.boolean(name),
  json: (name: string) => postgresJson(name),
  primaryKey: postgresCore.primaryKey,
  foreignKey: postgresCore.foreignKey,
  index: postgresCore.index,
  uniqueIndex: postgresCore.uniqueIndex,
  check: postgresCore.check,
} as unknown as Columns;
