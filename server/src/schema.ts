import type { Area } from './area.ts';
import { AREAS } from './areas.ts';
import { postgresColumns, sqliteColumns } from './platform/store/columns.ts';
import { defineTables, type DefineTables } from './platform/store/define-tables.ts';

const areas: readonly Area[] = AREAS;

/** The tables of all areas, from the ground up. */
export const SCHEMA: readonly DefineTables[] = areas.flatMap(({ schema = [] }) => schema);

/** Every table of the server, as each engine has it. */
export const sqliteTables = defineTables(sqliteColumns, SCHEMA);
export const postgresTables = defineTables(postgresColumns, SCHEMA);
