import { isKeyOf } from '@okaeri/shared/records';
import {
  and,
  asc,
  count,
  desc,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { eq, gt, gte, lt, lte, ne, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { arg, change, rows, type Db, type Statement } from '../platform/store/statement.ts';
import type { Tables } from '../platform/store/tables.ts';

/** A row of any of the tables that better-auth keeps. */
export type AuthRow = Readonly<Record<string, unknown>>;

/** What better-auth calls its models, and where they are kept. */
const TABLES = {
  user: 'users',
  session: 'sessions',
  account: 'credentials',
  verification: 'verifications',
  passkey: 'passkeys',
  twoFactor: 'twoFactors',
} as const satisfies Record<string, keyof Tables>;
export type AuthModel = keyof typeof TABLES;

type AuthTable = Tables[(typeof TABLES)[AuthModel]];

/** One condition; its value is in the arguments as `w0`, `w1`, …, or as `w0_0`, `w0_1`, … of a list. */
export interface AuthCondition {
  readonly field: string;
  readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'not_in';
  readonly connector: 'AND' | 'OR';
  /** Null where it is compared with null, the number of values of a list, else 1. */
  readonly values: number | null;
}

/** The shape of a statement: whatever of it is not a value. */
export interface AuthQuery {
  readonly act: 'insert' | 'update' | 'delete' | 'select' | 'count' | 'increment';
  readonly model: AuthModel;
  readonly where: readonly AuthCondition[];
  /** Columns that are written, each from the argument of its name with `v_` before it. */
  readonly fields: readonly string[];
  /** Columns that are added to. */
  readonly added?: readonly string[];
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

const COMPARE = { eq, ne, lt, lte, gt, gte } as const;

type Builder = (
  db: Db,
  tables: Tables,
) => { prepare(): { execute(): Promise<AuthRow[]>; run(): Promise<unknown> } };

// There are as many shapes as better-auth has queries: some dozens, each prepared once.
const known = new Map<string, Statement<AuthRow, AuthRow>>();

/**
 * A model by its name.
 *
 * @throws Error where it is none that is kept here
 */
export const authModel = (name: string): AuthModel => {
  if (isKeyOf(TABLES, name)) return name;
  throw new Error(`There is no table for "${name}" of sign-in.`);
};

/** The statement of a shape. */
export const authStatement = (query: AuthQuery): Statement<AuthRow, AuthRow> => {
  const shape = JSON.stringify(query);
  let statement = known.get(shape);
  if (statement === undefined) {
    const name = `auth_${known.size}_${query.act}_${query.model}`;
    statement = rows<AuthRow>()(name, builders(query)[query.act]);
    known.set(shape, statement);
  }
  return statement;
};

/** What waited for an answer and is over. */
export const deleteEndedVerifications = change<{ now: number }>()(
  'deleteEndedVerifications',
  (db, t) => db.delete(t.verifications).where(lt(t.verifications.expiresAt, arg('now'))),
);

export const deleteEndedSessions = change<{ now: number }>()('deleteEndedSessions', (db, t) =>
  db.delete(t.sessions).where(lt(t.sessions.expiresAt, arg('now'))),
);

// The casts state what is built from names at run time; `columnOf` refuses a name that is none.
function builders(query: AuthQuery): Readonly<Record<AuthQuery['act'], Builder>> {
  const { model, where, fields, added = [], sort } = query;
  const tableOf = (t: Tables): AuthTable => t[TABLES[model]];
  const update: Builder = (db, t) => {
    const table = tableOf(t);
    const set = { ...valuesOf(fields), ...addedTo(table, added) } as never;
    return db.update(table).set(set).where(whereOf(table, where)).returning();
  };
  return {
    insert: (db, t) =>
      db
        .insert(tableOf(t))
        .values(valuesOf(fields) as never)
        .returning(),
    update,
    increment: update,
    delete: (db, t) =>
      db
        .delete(tableOf(t))
        .where(whereOf(tableOf(t), where))
        .returning(),
    select: (db, t) => {
      const table = tableOf(t);
      const by = sort && (sort.direction === 'asc' ? asc : desc)(columnOf(table, sort.field));
      return db
        .select()
        .from(table)
        .where(whereOf(table, where))
        .orderBy(...(by === undefined ? [] : [by]))
        .limit(arg('limit'))
        .offset(arg('offset'));
    },
    count: (db, t) =>
      db
        .select({ total: sql<number>`${count()}`.as('total') })
        .from(tableOf(t))
        .where(whereOf(tableOf(t), where)),
  };
}

function valuesOf(fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, arg(`v_${field}`)]));
}

function addedTo(table: AuthTable, fields: readonly string[]): Record<string, SQL> {
  return Object.fromEntries(
    fields.map((field) => [field, sql`${columnOf(table, field)} + ${arg(`a_${field}`)}`]),
  );
}

// As better-auth's own adapters do: all that are joined by AND, and one of those joined by OR.
function whereOf(table: AuthTable, conditions: readonly AuthCondition[]): SQL | undefined {
  const built = conditions.map((condition, at) => ({
    sql: conditionOf(table, condition, at),
    or: condition.connector === 'OR',
  }));
  return and(
    ...built.filter((one) => !one.or).map((one) => one.sql),
    or(...built.filter((one) => one.or).map((one) => one.sql)),
  );
}

function columnOf(table: AuthTable, field: string): SQLiteColumn {
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const column = columns[field];
  if (column === undefined) throw new Error(`The tables of sign-in have no field "${field}".`);
  return column;
}

function conditionOf(table: AuthTable, condition: AuthCondition, at: number): SQL {
  const column = columnOf(table, condition.field);
  const { operator, values } = condition;
  if (operator === 'in' || operator === 'not_in') {
    const places = Array.from({ length: values ?? 0 }, (_, i) => arg(`w${at}_${i}`));
    return (operator === 'in' ? inArray : notInArray)(column, places);
  }
  if (values === null) return operator === 'ne' ? isNotNull(column) : isNull(column);
  return COMPARE[operator](column, arg(`w${at}`));
}
