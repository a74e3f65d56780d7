import type { SqliteConnection } from './sqlite-connection.ts';
import { commitGroup, type Body, type Outcome } from './sqlite-group.ts';
import { isSqliteBusy } from './sqlite-errors.ts';
import { createLogKeeper } from './sqlite-log.ts';
import {
  STORE_LIMITS,
  StoreBusyError,
  type StoreLimits,
  type Tx,
  type WriteCounts,
  type WriteLane,
} from './store.ts';

interface Job {
  readonly body: Body;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Queues writes on one connection and commits them in groups. */
export interface SqliteWriter {
  write<T>(work: (tx: Tx) => Promise<T>, lane?: WriteLane): Promise<T>;
  counts(): WriteCounts;
  /** Resolves when everything queued has been answered. */
  drained(): Promise<void>;
}

/** Which limits of the store a writer has. */
type WriterLimits = Pick<
  StoreLimits,
  'queueMax' | 'visitorQueueMax' | 'groupMax' | 'visitorTurn' | 'lockWaitMs'
>;

/**
 * Writes queue and commit in groups: one fsync carries up to `groupMax` writes,
 * and each caller is answered only after it. Merchants' come first; while visitors'
 * wait, they have their part of each group, so that neither waits for ever.
 *
 * @param renewReads called before a group begins and when it is committed, before anybody is answered
 */
export const createSqliteWriter = (
  connection: SqliteConnection,
  limits: WriterLimits = STORE_LIMITS,
  renewReads: () => void = () => undefined,
): SqliteWriter => {
  const merchants: Job[] = [];
  const visitors: Job[] = [];
  const visitorPart = Math.max(1, Math.floor(limits.groupMax / limits.visitorTurn));
  const log = createLogKeeper(connection.database);
  let running: Promise<void> | undefined;
  let committed = 0;
  let groups = 0;

  const runGroup = async (jobs: readonly Job[]): Promise<void> => {
    try {
      // A reader that is open would keep the log from being emptied.
      renewReads();
      log.look();
      const bodies = jobs.map((job) => job.body);
      const outcomes = await commitGroup(connection, bodies, () =>
        begin(connection, limits.lockWaitMs),
      );
      renewReads();
      committed += jobs.length;
      groups += 1;
      jobs.forEach((job, index) => answer(job, outcomes[index]));
    } catch (error) {
      for (const job of jobs) job.reject(error);
    }
  };

  const takeGroup = (): Job[] => {
    const { groupMax } = limits;
    const kept = Math.min(visitors.length, visitorPart);
    const jobs = merchants.splice(0, groupMax - kept);
    if (kept > 0) jobs.push(...visitors.splice(0, groupMax - jobs.length));
    return jobs;
  };

  const drain = async (): Promise<void> => {
    while (merchants.length > 0 || visitors.length > 0) {
      // One turn of the event loop gathers what the open sockets have received meanwhile.
      await new Promise((turn) => setImmediate(turn));
      await runGroup(takeGroup());
    }
    running = undefined;
  };

  return {
    write: <T>(work: (tx: Tx) => Promise<T>, lane: WriteLane = 'merchant'): Promise<T> => {
      const queue = lane === 'merchant' ? merchants : visitors;
      const max = lane === 'merchant' ? limits.queueMax : limits.visitorQueueMax;
      if (queue.length >= max)
        return Promise.reject(new StoreBusyError('Too many writes are waiting.'));
      return new Promise<T>((resolve, reject) => {
        queue.push({ body: work, resolve: resolve as Job['resolve'], reject });
        running ??= drain();
      });
    },
    counts: () => ({
      waiting: { merchant: merchants.length, visitor: visitors.length },
      committed,
      groups,
    }),
    async drained() {
      await running;
    },
  };
};

/** Opens a transaction. Never a busy wait: the server goes on serving reads while the command line writes. */
async function begin(connection: SqliteConnection, lockWaitMs: number): Promise<void> {
  const giveUpAt = performance.now() + lockWaitMs;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      connection.database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isSqliteBusy(error)) throw error;
      if (performance.now() > giveUpAt)
        throw new StoreBusyError('Another process holds the database.', { cause: error });
      const pauseMs = waitMs;
      await new Promise((turn) => setTimeout(turn, pauseMs));
    }
  }
}

function answer(job: Job, outcome: Outcome | undefined): void {
  if (outcome === undefined) job.reject(new Error('A write was committed without an outcome.'));
  else if ('error' in outcome) job.reject(outcome.error);
  else job.resolve(outcome.value);
}
