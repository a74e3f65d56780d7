import type { SqliteConnection } from './sqlite-connection.ts';
import type { Statement } from './statement.ts';
import {
  AwaitInWriteError,
  HandleClosedError,
  STORE_LIMITS,
  StoreBusyError,
  TransactionLostError,
  type Tx,
} from './store.ts';

type Body = (tx: Tx) => Promise<unknown>;

interface Job {
  readonly body: Body;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

export interface SqliteWriter {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when everything queued has been answered. */
  drained(): Promise<void>;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Writes queue and commit in groups: one fsync carries up to `groupMax` writes,
 * and each caller is answered only after it.
 */
export const createSqliteWriter = (
  connection: SqliteConnection,
  limits: { queueMax: number; groupMax: number; lockWaitMs: number } = STORE_LIMITS,
): SqliteWriter => {
  const { database } = connection;
  const queue: Job[] = [];
  let running: Promise<void> | undefined;

  /** A handle that dies with its write and notices when SQLite has ended the transaction. */
  const openHandle = (): { tx: Tx; close: () => unknown } => {
    let open = true;
    let lastError: unknown;
    const tx: Tx = {
      async run<Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> {
        if (!open) throw new HandleClosedError();
        if (!database.inTransaction) throw new TransactionLostError(lastError);
        try {
          return connection.run(
            statement as Statement<never, unknown>,
            args as Record<string, unknown>,
          ) as Row[];
        } catch (error) {
          lastError = error;
          throw error;
        }
      },
    };
    const close = (): unknown => {
      open = false;
      return lastError;
    };
    return { tx, close };
  };

  const runBody = async (body: Body): Promise<Outcome> => {
    const { tx, close } = openHandle();
    let outcome: Outcome;
    try {
      outcome = { value: await settledThisTurn(body(tx)) };
    } catch (error) {
      outcome = { error };
    }
    const lastError = close();
    if (!database.inTransaction) {
      const cause = lastError ?? ('error' in outcome ? outcome.error : undefined);
      throw cause instanceof TransactionLostError ? cause : new TransactionLostError(cause);
    }
    return outcome;
  };

  /** The happy path: no savepoints, which cost a sixth of the throughput. Undefined when a body failed. */
  const runPlainly = async (jobs: readonly Job[]): Promise<Outcome[] | undefined> => {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      const outcome = await runBody(job.body);
      if ('error' in outcome && jobs.length > 1) {
        database.exec('ROLLBACK');
        return undefined;
      }
      outcomes.push(outcome);
    }
    return outcomes;
  };

  /** After a failure the group runs again, each write in a savepoint, so that only the failed one is undone. */
  const runApart = async (jobs: readonly Job[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      database.exec('SAVEPOINT one');
      const outcome = await runBody(job.body);
      database.exec('error' in outcome ? 'ROLLBACK TO one; RELEASE one' : 'RELEASE one');
      outcomes.push(outcome);
    }
    return outcomes;
  };

  const begin = async (): Promise<void> => {
    const giveUpAt = performance.now() + limits.lockWaitMs;
    for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
      try {
        database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() > giveUpAt)
          throw new StoreBusyError('Another process holds the database.', { cause: error });
        // Never a busy wait: the server goes on serving reads while the command line writes.
        await pause(waitMs);
      }
    }
  };

  const commitGroup = async (jobs: readonly Job[]): Promise<Outcome[]> => {
    await begin();
    let outcomes = await runPlainly(jobs);
    if (outcomes === undefined) {
      await begin();
      outcomes = await runApart(jobs);
    } else if (outcomes.some((outcome) => 'error' in outcome)) {
      database.exec('ROLLBACK');
      return outcomes;
    }
    database.exec('COMMIT');
    return outcomes;
  };

  const answer = (job: Job, outcome: Outcome): void => {
    if ('error' in outcome) job.reject(outcome.error);
    else job.resolve(outcome.value);
  };

  const runGroup = async (jobs: readonly Job[]): Promise<void> => {
    try {
      const outcomes = await commitGroup(jobs);
      jobs.forEach((job, index) => answer(job, outcomes[index] as Outcome));
    } catch (error) {
      // Whatever could not be committed is gone; nobody may be told otherwise.
      if (database.inTransaction) database.exec('ROLLBACK');
      for (const job of jobs) job.reject(error);
    }
  };

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      // One turn of the event loop gathers what the open sockets have brought meanwhile.
      await new Promise((turn) => setImmediate(turn));
      await runGroup(queue.splice(0, limits.groupMax));
    }
    running = undefined;
  };

  return {
    write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      if (queue.length >= limits.queueMax)
        return Promise.reject(new StoreBusyError('Too many writes are waiting.'));
      return new Promise<T>((resolve, reject) => {
        queue.push({ body: work, resolve: resolve as Job['resolve'], reject });
        running ??= drain();
      });
    },
    drained: async () => {
      await running;
    },
  };
};

/**
 * The body's value, or a refusal if it is still waiting when the microtasks of
 * this turn have run out: then it awaits something other than the database. A
 * tick queued from inside a microtask runs after all of them; setImmediate would
 * let timers that are already due slip in before it.
 */
const settledThisTurn = (body: Promise<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    body.then(resolve, reject);
    queueMicrotask(() => process.nextTick(() => reject(new AwaitInWriteError())));
  });
