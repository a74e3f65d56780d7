import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { sqliteTables } from './tables.sqlite.ts';
import type { Tables } from './tables.ts';

type TableName = keyof Tables;

/** Tables, each behind those its rows point to, and otherwise in the order they came in. */
export const sortTables = (names: readonly TableName[]): readonly TableName[] => {
  const sorted = new Set<TableName>();
  const add = (name: TableName): void => {
    if (sorted.has(name) || !names.includes(name)) return;
    for (const { reference } of getTableConfig(sqliteTables[name]).foreignKeys) {
      const { foreignTable } = reference();
      const other = names.find((one) => sqliteTables[one] === foreignTable);
      if (other !== undefined) add(other);
    }
    sorted.add(name);
  };
  names.forEach(add);
  return [...sorted];
};
