import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { SHOPPER_COLUMNS, type Area, type PersonUse } from '../area.ts';
import type { TableName } from '../platform/store/tables.ts';
import { AREAS } from '../areas.ts';
import { sqliteTables } from '../schema.ts';

/** A table, the area it belongs to, and what that says of the rows of people. */
export interface TableOfArea {
  readonly area: Area;
  readonly name: TableName;
  readonly person: PersonUse | undefined;
}

const areas: readonly Area[] = AREAS;

/** Every table that is named in a manifest. */
export const TABLES_OF_AREAS: readonly TableOfArea[] = areas.flatMap((area) =>
  Object.entries(area.tables ?? {}).map(([name, use]) => ({
    area,
    name: name as TableName,
    person: (use as { person?: PersonUse }).person,
  })),
);

/** The columns of a table with the id of a shopper in them, as SQL calls them. */
export const shopperColumns = (name: TableName): string[] =>
  Object.entries(sqliteTables[name]).flatMap(([key, column]) =>
    (SHOPPER_COLUMNS as readonly string[]).includes(key) ? [(column as { name: string }).name] : [],
  );

/** How a table is made. */
export const configOf = (name: TableName): ReturnType<typeof getTableConfig> =>
  getTableConfig(sqliteTables[name]);
