import { is, Param, Placeholder } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { footprintOf, type Footprint, type KeyColumn } from './footprint-rules.ts';
import { keysOfTables } from './table-keys.ts';
import { isSessionOver, postgresCommitFailure, postgresFailure } from './postgres-errors.ts';
import type { Db, Statement } from './statement.ts';
import { HandleClosedError, tellNobody, TransactionLostError, type Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** How a transaction that writes begins. */
export const BEGIN_WRITE = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/** A statement as one connection knows it. */
export interface Prepared {
  /** Runs it and gives its rows; a statement that only changes gives none. */
  execute<Row>(args: unknown): Promise<Row[]>;
  /** Which rows it touches. */
  readonly footprint: Footprint;
  /** The key of the table it touches. */
  readonly key: readonly KeyColumn[];
}

/** A query of drizzle's, as far as it is used here. */
interface DrizzleQuery {
  prepare(name: string): { execute(args: unknown): Promise<unknown> };
  toSQL(): { sql: string; params: readonly unknown[] };
}

/** One pooled connection with the statements it has prepared: PostgreSQL keeps them per session. */
export interface Session {
  readonly client: PoolClient;
  readonly db: Db;
  readonly tables: Tables;
  readonly prepared: Map<object, Prepared>;
  /** The primary key of a table of the database. */
  readonly keyOf: (table: string) => readonly KeyColumn[];
  /** Whether the limits of time were set. */
  isSet: boolean;
  /** Why the connection cannot be used again. */
  lost: Error | undefined;
}

/** What is known of a connection that was just opened. */
export function newSession(client: PoolClient, tables: Tables): Session {
  // The same cast as the column vocabulary's: the code sees the SQLite types.
  const db = drizzle({ client }) as unknown as Db;
  return {
    client,
    db,
    tables,
    prepared: new Map(),
    keyOf: keysOfTables(tables),
    isSet: false,
    lost: undefined,
  };
}

/** A handle that dies with its read or write. `count` hears of each statement. */
export function openHandle(session: Session, count: () => void): { tx: Tx; close: () => void } {
  let open = true;
  const tx: Tx = {
    emit: tellNobody,
    async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
      if (!open) throw new HandleClosedError();
      count();
      try {
        return await prepareOn(session, statement).execute(args);
      } catch (error) {
        throw noteFailure(session, error);
      }
    },
  };
  return {
    tx,
    close: () => {
      open = false;
    },
  };
}

/** Runs SQL that gives nothing. */
export async function ask(session: Session, text: string): Promise<void> {
  try {
    await session.client.query(text);
  } catch (error) {
    throw noteFailure(session, error);
  }
}

/**
 * Commits what was done on a connection.
 *
 * @throws TransactionLostError where a statement had failed and its caller said nothing
 */
export async function commit(session: Session): Promise<void> {
  // The caller of a statement may have swallowed that its connection was lost: then no COMMIT is sent, and nothing is kept.
  if (session.lost !== undefined) throw postgresFailure(session.lost, true);
  let command: string;
  try {
    ({ command } = await session.client.query('COMMIT'));
  } catch (error) {
    noteFailure(session, error);
    throw postgresCommitFailure(error, session.lost !== undefined);
  }
  // PostgreSQL answers so, and with no error, where a statement had failed.
  if (command !== 'COMMIT') throw new TransactionLostError(new Error('A statement had failed.'));
}

/** Undoes what was done. A connection that was lost has nothing left to undo. */
export async function rollBack(session: Session): Promise<void> {
  if (session.lost !== undefined) return;
  try {
    await session.client.query('ROLLBACK');
  } catch (error) {
    // What could not even roll back is thrown away, not used again.
    session.lost ??= error instanceof Error ? error : new Error(String(error));
  }
}

/** A statement, prepared once on each connection. */
export function prepareOn(
  session: Session,
  statement: { name: string; build: Statement<unknown, unknown>['build'] },
): Prepared {
  const known = session.prepared.get(statement);
  if (known !== undefined) return known;
  // Drizzle types what it builds by the columns it was built of.
  const query = statement.build(session.db, session.tables) as object as DrizzleQuery;
  const { sql, params } = query.toSQL();
  const footprint = footprintOf(sql, params.map(nameOfArg), session.keyOf);
  const drizzle = query.prepare(statement.name);
  const prepared: Prepared = {
    footprint,
    key: session.keyOf(footprint.table),
    async execute(args) {
      const result = await drizzle.execute(args);
      return Array.isArray(result) ? result : [];
    },
  };
  session.prepared.set(statement, prepared);
  return prepared;
}

/** What an argument is called; nothing where its value is written in the statement. */
function nameOfArg(param: unknown): string | undefined {
  const value = is(param, Param) ? param.value : param;
  return is(value, Placeholder) ? value.name : undefined;
}

/** The error a caller gets, after it was noted whether the connection survived it. */
export function noteFailure(session: Session, error: unknown): unknown {
  if (isSessionOver(error)) session.lost ??= error instanceof Error ? error : new Error('lost');
  return postgresFailure(error, session.lost !== undefined);
}
