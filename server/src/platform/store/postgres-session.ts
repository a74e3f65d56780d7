import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { isSessionOver, postgresCommitFailure, postgresFailure } from './postgres-errors.ts';
import type { Db, Statement } from './statement.ts';
import { HandleClosedError, tellNobody, TransactionLostError, type Tx } from './store.ts';
import type { Tables } from './tables.ts';

interface Prepared {
  execute(args: unknown): Promise<unknown>;
}

/** One pooled connection with the statements it has prepared: PostgreSQL keeps them per session. */
export interface Session {
  readonly client: PoolClient;
  readonly db: Db;
  readonly tables: Tables;
  readonly prepared: Map<object, Prepared>;
  /** Whether the limits of time were set. */
  isSet: boolean;
  /** Why the connection cannot be used again. */
  lost: Error | undefined;
}

/** What is known of a connection that was just opened. */
export function newSession(client: PoolClient, tables: Tables): Session {
  // The same cast as the column vocabulary's: the code sees the SQLite types.
  const db = drizzle({ client }) as unknown as Db;
  return { client, db, tables, prepared: new Map(), isSet: false, lost: undefined };
}

/** A handle that dies with its read or write. `count` hears of each statement. */
export function openHandle(session: Session, count: () => void): { tx: Tx; close: () => void } {
  let open = true;
  const tx: Tx = {
    emit: tellNobody,
    async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
      if (!open) throw new HandleClosedError();
      count();
      const prepared = prepareOn(session, statement);
      try {
        const result = await prepared.execute(args);
        return Array.isArray(result) ? result : [];
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

function prepareOn(
  session: Session,
  statement: { name: string; build: Statement<unknown, unknown>['build'] },
): Prepared {
  const known = session.prepared.get(statement);
  if (known !== undefined) return known;
  const query = statement.build(session.db, session.tables) as unknown as {
    prepare(name: string): Prepared;
  };
  const prepared = query.prepare(statement.name);
  session.prepared.set(statement, prepared);
  return prepared;
}

/** What a caller is told of an error, after it was noted whether the connection survived it. */
function noteFailure(session: Session, error: unknown): unknown {
  if (isSessionOver(error)) session.lost ??= error instanceof Error ? error : new Error('lost');
  return postgresFailure(error, session.lost !== undefined);
}
