import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import type { Logger } from '../lib/logger.ts';
import { migratePostgres } from './migrate.ts';
import type { Db, Statement } from './statement.ts';
import {
  HandleClosedError,
  STORE_LIMITS,
  StoreBusyError,
  tellNobody,
  type Store,
  type StoreLimits,
  type Tx,
} from './store.ts';
import { postgresTables } from './tables.postgres.ts';

interface Prepared {
  execute(args: unknown): Promise<unknown>;
}

/** One pooled connection with the statements it has prepared: PostgreSQL keeps them per session. */
interface Session {
  readonly db: Db;
  readonly prepared: Map<object, Prepared>;
}

interface Bounds {
  readonly begin: string;
  readonly commit: string;
}

const WRITE: Bounds = { begin: 'BEGIN ISOLATION LEVEL READ COMMITTED', commit: 'COMMIT' };
const SNAPSHOT: Bounds = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  commit: 'COMMIT',
};

// Serialisation failure and deadlock (PostgreSQL, appendix A): nothing was kept, and trying again may work.
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01']);

const isRetryable = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && RETRYABLE.has(String(cause.code))) return true;
  return false;
};

const prepareOn = (
  session: Session,
  statement: { name: string; build: Statement<unknown, unknown>['build'] },
): Prepared => {
  const known = session.prepared.get(statement);
  if (known !== undefined) return known;
  const query = statement.build(session.db, postgresTables) as unknown as {
    prepare(name: string): Prepared;
  };
  const prepared = query.prepare(statement.name);
  session.prepared.set(statement, prepared);
  return prepared;
};

/** Handles and transactions on pooled connections. */
const createSessions = (pool: Pool) => {
  const sessions = new WeakMap<PoolClient, Session>();
  let statements = 0;

  const sessionOf = (client: PoolClient): Session => {
    let session = sessions.get(client);
    if (session === undefined) {
      // The same cast as the column vocabulary's: the code sees the SQLite types.
      session = { db: drizzle({ client }) as unknown as Db, prepared: new Map() };
      sessions.set(client, session);
    }
    return session;
  };

  const openHandle = (session: Session): { tx: Tx; close: () => void } => {
    let open = true;
    const tx: Tx = {
      tell: tellNobody,
      async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
        if (!open) throw new HandleClosedError();
        statements += 1;
        const prepared = prepareOn(session, statement);
        const result = await prepared.execute(args);
        return Array.isArray(result) ? result : [];
      },
    };
    return {
      tx,
      close: () => {
        open = false;
      },
    };
  };

  const inTransaction = async <T>(
    work: (tx: Tx) => Promise<T>,
    bounds: Bounds | undefined,
  ): Promise<T> => {
    const client = await pool.connect();
    const { tx, close } = openHandle(sessionOf(client));
    let broken: Error | undefined;
    try {
      if (bounds) await client.query(bounds.begin);
      const value = await work(tx);
      close();
      if (bounds) await client.query(bounds.commit);
      return value;
    } catch (error) {
      close();
      if (bounds)
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = failure instanceof Error ? failure : new Error(String(failure));
        });
      throw error;
    } finally {
      // A connection that could not even roll back is thrown away, not used again.
      client.release(broken);
    }
  };

  return { inTransaction, statementCount: () => statements };
};

/** Opens (and migrates) the PostgreSQL store at `url`. */
export const openPostgresStore = async (
  url: string,
  logger: Logger,
  limits: StoreLimits = STORE_LIMITS,
): Promise<Store> => {
  const pool = new Pool({ connectionString: url, max: limits.poolMax });
  // Without a listener a dropped idle connection would end the process.
  pool.on('error', (error) => logger.warn({ error }, 'a database connection was lost'));
  await migratePostgres(pool);
  const { inTransaction, statementCount } = createSessions(pool);
  let waiting = 0;
  let committed = 0;

  const writeWithRetry = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransaction(work, WRITE);
      } catch (error) {
        if (!isRetryable(error) || attempt >= limits.attemptsMax) throw error;
        // Two writes that met head-on part again at different times.
        const pauseMs = attempt * 5 * (1 + Math.random());
        await new Promise((turn) => setTimeout(turn, pauseMs));
      }
    }
  };

  return {
    engine: 'postgres',
    url,
    read: (work) => inTransaction(work, undefined),
    snapshot: (work) => inTransaction(work, SNAPSHOT),
    async write(work) {
      if (waiting >= limits.queueMax) throw new StoreBusyError('Too many writes are waiting.');
      waiting += 1;
      try {
        const value = await writeWithRetry(work);
        committed += 1;
        return value;
      } finally {
        waiting -= 1;
      }
    },
    statementCount,
    // Each write has a transaction of its own there.
    writes: () => ({ waiting, committed, groups: committed }),
    close: () => pool.end(),
  };
};
