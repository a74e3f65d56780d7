import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Logger } from '../lib/logger.ts';
import { migratePostgres } from './migrate.ts';
import type { Db, Statement } from './statement.ts';
import { HandleClosedError, STORE_LIMITS, StoreBusyError, type Store, type Tx } from './store.ts';
import { postgresTables } from './tables.postgres.ts';

interface Prepared {
  execute(args: Record<string, unknown>): Promise<unknown>;
}

/** One pooled session with the statements it has prepared: PostgreSQL keeps them per session. */
interface Session {
  readonly db: Db;
  readonly prepared: Map<object, Prepared>;
}

const RETRYABLE = new Set(['40001', '40P01']);

const sqlState = (error: unknown): string | undefined => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return undefined;
};

/** Opens (and migrates) the PostgreSQL store at `url`. */
export const openPostgresStore = async (url: string, logger: Logger): Promise<Store> => {
  const pool = new pg.Pool({ connectionString: url, max: STORE_LIMITS.poolMax });
  // Without a listener a dropped idle connection would end the process.
  pool.on('error', (error) => logger.warn({ error }, 'a database connection was lost'));
  await migratePostgres(pool);
  const sessions = new WeakMap<pg.PoolClient, Session>();
  let waiting = 0;
  let statements = 0;

  const sessionOf = (client: pg.PoolClient): Session => {
    let session = sessions.get(client);
    if (session === undefined) {
      // The same cast as the column vocabulary's: the code sees the SQLite types.
      session = { db: drizzle({ client }) as unknown as Db, prepared: new Map() };
      sessions.set(client, session);
    }
    return session;
  };

  const runOn = async (
    session: Session,
    statement: Statement<never, unknown>,
    args: Record<string, unknown>,
  ): Promise<unknown[]> => {
    let prepared = session.prepared.get(statement);
    if (prepared === undefined) {
      const query = statement.build(session.db, postgresTables) as unknown as {
        prepare(name: string): Prepared;
      };
      prepared = query.prepare(statement.name);
      session.prepared.set(statement, prepared);
    }
    statements += 1;
    const result = await prepared.execute(args);
    return Array.isArray(result) ? result : [];
  };

  const withClient = async <T>(
    work: (tx: Tx) => Promise<T>,
    bounds: { begin: string; commit: string } | undefined,
  ): Promise<T> => {
    const client = await pool.connect();
    const session = sessionOf(client);
    let open = true;
    const tx: Tx = {
      async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
        if (!open) throw new HandleClosedError();
        return (await runOn(
          session,
          statement as Statement<never, unknown>,
          args as Record<string, unknown>,
        )) as Row[];
      },
    };
    let broken: Error | undefined;
    try {
      if (bounds) await client.query(bounds.begin);
      const value = await work(tx);
      open = false;
      if (bounds) await client.query(bounds.commit);
      return value;
    } catch (error) {
      open = false;
      if (bounds)
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = failure instanceof Error ? failure : new Error(String(failure));
        });
      throw error;
    } finally {
      // A connection that could not even roll back is thrown away, not reused.
      client.release(broken);
    }
  };

  const writeOnce = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    withClient(work, { begin: 'BEGIN ISOLATION LEVEL READ COMMITTED', commit: 'COMMIT' });

  const writeWithRetry = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await writeOnce(work);
      } catch (error) {
        if (!RETRYABLE.has(sqlState(error) ?? '') || attempt >= STORE_LIMITS.attemptsMax) throw error;
        // Two writes that met head-on part again at different times.
        await new Promise((turn) => setTimeout(turn, attempt * 5 * (1 + Math.random())));
      }
    }
  };

  return {
    engine: 'postgres',
    read: (work) => withClient(work, undefined),
    snapshot: (work) =>
      withClient(work, {
        begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
        commit: 'COMMIT',
      }),
    async write(work) {
      if (waiting >= STORE_LIMITS.queueMax) throw new StoreBusyError('Too many writes are waiting.');
      waiting += 1;
      try {
        return await writeWithRetry(work);
      } finally {
        waiting -= 1;
      }
    },
    statementCount: () => statements,
    close: () => pool.end(),
  };
};
