import { Pool, type PoolClient } from 'pg';
import { connectFailure } from './postgres-errors.ts';
import { runGroup, type Outcome } from './postgres-group.ts';
import {
  ask,
  BEGIN_WRITE,
  commit,
  newSession,
  openHandle,
  rollBack,
  type Session,
} from './postgres-session.ts';
import { StoreBusyError, type StoreLimits, type Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** How a transaction begins. */
const BEGIN = {
  write: BEGIN_WRITE,
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
} as const;

/** Connections of one kind, and the work that is done on them. */
export interface Sessions {
  /** Runs `work` on a connection: in a transaction, or each statement by itself. */
  run<T>(work: (tx: Tx) => Promise<T>, kind: keyof typeof BEGIN | 'read'): Promise<T>;
  /** Runs writes side by side in one transaction; see `runGroup`. */
  together(bodies: readonly ((tx: Tx) => Promise<unknown>)[]): Promise<readonly Outcome[]>;
  statementCount(): number;
  close(): Promise<void>;
}

/** Which connections are wanted. */
export interface SessionOptions {
  readonly url: string;
  readonly tables: Tables;
  /** How many, at most. */
  readonly max: number;
  /** How long a statement waits for a lock, in milliseconds. */
  readonly lockMs: number;
  readonly limits: StoreLimits;
  /** Whether a statement is sent before the one before it has been answered. */
  readonly pipeline?: boolean;
  /** Called for each connection that was lost. */
  readonly hearLost: (error: Error) => void;
}

/**
 * Opens connections to PostgreSQL, each with limits of time. One that was lost, or on which an
 * answer did not come, is never used again.
 */
export function openSessions(options: SessionOptions): Sessions {
  const { pool, checkOut } = openPool(options);
  let statements = 0;
  const count = (): void => {
    statements += 1;
  };
  return {
    async run(work, kind) {
      const session = await checkOut();
      const { tx, close } = openHandle(session, count);
      try {
        if (kind === 'read') return await work(tx);
        await ask(session, BEGIN[kind]);
        const value = await work(tx);
        close();
        await commit(session);
        return value;
      } catch (error) {
        close();
        if (kind !== 'read') await rollBack(session);
        throw error;
      } finally {
        close();
        session.client.release(session.lost);
      }
    },
    async together(bodies) {
      const session = await checkOut();
      try {
        return await runGroup(session, bodies, count);
      } finally {
        session.client.release(session.lost);
      }
    },
    statementCount: () => statements,
    close: () => pool.end(),
  };
}

function openPool({
  url,
  tables,
  max,
  lockMs,
  limits,
  pipeline = false,
  hearLost,
}: SessionOptions) {
  const pool = new Pool({
    connectionString: url,
    max,
    pipeline,
    connectionTimeoutMillis: limits.connectMs,
    query_timeout: limits.answerMs,
    keepAlive: true,
  });
  const sessions = new WeakMap<PoolClient, Session>();
  pool.on('connect', (client) => {
    const session = newSession(client, tables);
    sessions.set(client, session);
    // The pool listens to idle connections only, and an error that nobody hears ends the process.
    client.on('error', (error) => {
      session.lost ??= error;
      hearLost(error);
    });
  });
  // Each connection has reported it already.
  pool.on('error', () => undefined);

  const connect = async (): Promise<PoolClient> => {
    if (pool.waitingCount >= limits.queueMax)
      throw new StoreBusyError('Too many reads are waiting.');
    try {
      return await pool.connect();
    } catch (error) {
      throw connectFailure(error);
    }
  };
  const checkOut = async (): Promise<Session> => {
    const client = await connect();
    const session = sessions.get(client);
    if (session === undefined) throw new Error('A connection came without its session.');
    if (session.isSet) return session;
    try {
      await ask(session, settingsOf(limits, lockMs));
      session.isSet = true;
      return session;
    } catch (error) {
      client.release(session.lost ?? true);
      throw error;
    }
  };
  return { pool, checkOut };
}

/** A statement and no parameters of the connection: a pooler in between may know none of them. */
function settingsOf(limits: StoreLimits, lockMs: number): string {
  return [
    `set lock_timeout = ${lockMs}`,
    `set statement_timeout = ${limits.statementMs}`,
    `set idle_in_transaction_session_timeout = ${limits.idleInTransactionMs}`,
  ].join('; ');
}
