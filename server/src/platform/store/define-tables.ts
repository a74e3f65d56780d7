import type { Columns } from './columns.ts';
import type { Tables } from './tables.ts';

/** Some tables, in the columns of an engine. `below` has those that were defined before. */
export type DefineTables = (columns: Columns, below: Tables) => Partial<Tables>;

/** Tables in their order, so that a foreign key can point to one that was defined before. */
export const defineTables = (columns: Columns, definitions: readonly DefineTables[]): Tables => {
  // It fills as it is gone through. A store without some definitions runs no statement of theirs.
  const tables = {} as Tables;
  for (const define of definitions) Object.assign(tables, define(columns, tables));
  return tables;
};
