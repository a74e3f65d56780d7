import { getTableConfig } from 'drizzle-orm/sqlite-core';

import type { TableName, Tables } from './tables.ts';

/** Tables, each behind those its rows point to, and otherwise in the order they came in. */
export const sortTables = (names: readonly TableName[], tables: Tables): readonly TableName[] => {
  const sorted = new Set<TableName>();
  const add = (name: TableName): void => {
    if (sorted.has(name) || !names.includes(name)) return;
    for (const { reference } of getTableConfig(tables[name]).foreignKeys) {
      const { foreignTable } = reference();
      const other = names.find((one) => tables[one] === foreignTable);
      if (other !== undefined) add(other);
    }
    sorted.add(name);
  };
  names.forEach(add);
  return [...sorted];
};
