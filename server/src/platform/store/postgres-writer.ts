import type { Outcome } from './postgres-group.ts';
import { isContention } from './postgres-errors.ts';
import { StoreUnavailableError, type StoreLimits, type Tx, type WriteLane } from './store.ts';
import { createWriteGate } from './write-gate.ts';

/** Below this a group is none, and nothing would ever say that groups go well again. */
const SIZE_MIN = 2;

/** A write, without its answer's type. */
type Body = (tx: Tx) => Promise<unknown>;

interface Job {
  readonly body: Body;
  readonly lane: WriteLane;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Ways in which writes are run. */
interface Ways {
  /** Side by side in one transaction; rejects where nothing was kept, or nobody knows. */
  readonly together: (bodies: readonly Body[]) => Promise<readonly Outcome[]>;
  /** In a transaction of its own, tried again as often as it makes sense. */
  readonly alone: (body: Body, lane: WriteLane) => Promise<unknown>;
}

/** Gathers writes to PostgreSQL into groups. */
export interface GroupWriter {
  write<T>(body: (tx: Tx) => Promise<T>, lane: WriteLane): Promise<T>;
  /** How many groups were committed. */
  groups(): number;
}

/**
 * Writes that wait at once are run side by side in one transaction, up to `groupMax` of them. Where nothing of a
 * group was kept each runs alone, so one that fails takes no other with it. Groups are half as large after two
 * transactions have met over a row, and grow again by one.
 */
export const createGroupWriter = (ways: Ways, limits: StoreLimits): GroupWriter => {
  // The next group gathers while one runs.
  const places = { writersMax: limits.groupMax * 2, visitorWritersMax: limits.groupMax };
  const gate = createWriteGate({ ...limits, ...places });
  const waiting: Job[] = [];
  let size: number = limits.groupMax;
  let groups = 0;
  let isRunning = false;

  const runAlone = (job: Job): void => {
    const run = async (): Promise<unknown> => {
      const value = await ways.alone(job.body, job.lane);
      groups += 1;
      return value;
    };
    run().then(job.resolve, job.reject);
  };

  const runTogether = async (jobs: readonly Job[]): Promise<void> => {
    try {
      const outcomes = await ways.together(jobs.map(({ body }) => body));
      groups += 1;
      if (jobs.length >= size) size = Math.min(size + 1, limits.groupMax);
      jobs.forEach((job, i) => {
        const outcome = outcomes[i];
        if (outcome === undefined || outcome === 'apart') runAlone(job);
        else job.resolve(outcome.value);
      });
    } catch (error) {
      if (error instanceof StoreUnavailableError && error.isOutcomeUnknown) {
        for (const job of jobs) job.reject(error);
        return;
      }
      if (isContention(error)) size = Math.max(SIZE_MIN, Math.floor(size / 2));
      jobs.forEach(runAlone);
    }
  };

  const drain = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      // One turn of the event loop gathers what the open sockets have brought meanwhile.
      await new Promise((turn) => setImmediate(turn));
      const jobs = waiting.splice(0, size);
      if (jobs.length === 1) jobs.forEach(runAlone);
      else await runTogether(jobs);
    }
    isRunning = false;
  };

  const gathered = (body: Body, lane: WriteLane): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.push({ body, lane, resolve, reject });
      if (!isRunning) void drain();
    });

  return {
    async write<T>(body: (tx: Tx) => Promise<T>, lane: WriteLane): Promise<T> {
      let value: { readonly of: T } | undefined;
      // The answer is kept here, where its type is known; of several runs the last one counts.
      await gate.run(lane, () =>
        gathered(async (tx) => {
          value = { of: await body(tx) };
        }, lane),
      );
      if (value === undefined) throw new Error('A write was committed without an answer.');
      return value.of;
    },
    groups: () => groups,
  };
};
