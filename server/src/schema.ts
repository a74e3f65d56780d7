import type { Area } from './area.ts';
import { AREAS } from './areas.ts';
import { postgresColumns, sqliteColumns, type Columns } from './platform/store/columns.ts';
import type { Tables } from './platform/store/tables.ts';

const areas: readonly Area[] = AREAS;

/** Every table of the server, as each engine has it. */
export const sqliteTables = defineTables(sqliteColumns);
export const postgresTables = defineTables(postgresColumns);

function defineTables(columns: Columns): Tables {
  // It fills from the ground up: each area finds the tables of those below it.
  const tables = {} as Tables;
  for (const { schema = [] } of areas)
    for (const define of schema) Object.assign(tables, define(columns, tables));
  return tables;
}
