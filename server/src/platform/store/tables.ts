/**
 * Every table by its name in code. Areas define their own and add them here, so that a statement can be typed
 * from the whole schema:
 *
 *     declare module '../../platform/store/tables.ts' {
 *       interface Tables extends ReturnType<typeof voteTables> {}
 *     }
 *
 * Keys lead with the shop, so that shops can be spread over machines. Names of tables and columns are SQL's.
 */
export interface Tables {}

export type TableName = keyof Tables;

/** A row as the code sees it, alike on both engines. */
export type Row<Name extends TableName> = Tables[Name]['$inferSelect'];
