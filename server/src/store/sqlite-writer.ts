import type { SqliteConnection } from './sqlite-connection.ts';
import { commitGroup, type Body, type Outcome } from './sqlite-group.ts';
import { STORE_LIMITS, StoreBusyError, type Tx, type WriteCounts } from './store.ts';

interface Job {
  readonly body: Body;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Queues writes on one connection and commits them in groups. */
export interface SqliteWriter {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  counts(): WriteCounts;
  /** Resolves when everything queued has been answered. */
  drained(): Promise<void>;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** Opens a transaction. Never a busy wait: the server goes on serving reads while the command line writes. */
const begin = async (connection: SqliteConnection, lockWaitMs: number): Promise<void> => {
  const giveUpAt = performance.now() + lockWaitMs;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      connection.database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt)
        throw new StoreBusyError('Another process holds the database.', { cause: error });
      const pauseMs = waitMs;
      await new Promise((turn) => setTimeout(turn, pauseMs));
    }
  }
};

const answer = (job: Job, outcome: Outcome | undefined): void => {
  if (outcome === undefined) job.reject(new Error('A write was committed without an outcome.'));
  else if ('error' in outcome) job.reject(outcome.error);
  else job.resolve(outcome.value);
};

/**
 * Writes queue and commit in groups: one fsync carries up to `groupMax` writes,
 * and each caller is answered only after it.
 */
export const createSqliteWriter = (
  connection: SqliteConnection,
  limits: { queueMax: number; groupMax: number; lockWaitMs: number } = STORE_LIMITS,
): SqliteWriter => {
  const queue: Job[] = [];
  let running: Promise<void> | undefined;
  let committed = 0;
  let groups = 0;

  const runGroup = async (jobs: readonly Job[]): Promise<void> => {
    try {
      const bodies = jobs.map((job) => job.body);
      const outcomes = await commitGroup(connection, bodies, () =>
        begin(connection, limits.lockWaitMs),
      );
      committed += jobs.length;
      groups += 1;
      jobs.forEach((job, index) => answer(job, outcomes[index]));
    } catch (error) {
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
    counts: () => ({ waiting: queue.length, committed, groups }),
    async drained() {
      await running;
    },
  };
};
