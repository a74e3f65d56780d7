import type { Job } from '../area.ts';
import type { Deps } from '../deps.ts';
import { MINUTE_MS } from '../platform/lib/clock.ts';
import { WorkStoppedError } from '../platform/lib/ended-work.ts';
import { createFloodGate } from '../platform/lib/flood-gate.ts';

/** How often it is said that one job fails: some are tried each second. */
const SAME_JOB_MS = MINUTE_MS;

/**
 * Starts the jobs, each one round at a time: a slow mail server is not asked twice about the same. The
 * answer begins no more rounds, and resolves when those that run have ended: those with much to do look
 * at `deps.underWay` whether they are to stop.
 */
export const startJobs = (
  deps: Pick<Deps, 'logger'>,
  jobs: readonly Job[],
): (() => Promise<void>) => {
  const rounds = new Map<string, Promise<void>>();
  const gate = createFloodGate(SAME_JOB_MS);
  const run = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // What the stopping server ended goes on when it starts again.
      if (!(error instanceof WorkStoppedError))
        gate(name, (leftOut) =>
          deps.logger.error({ error, job: name, leftOut }, 'a job failed; it is tried again'),
        );
    }
    rounds.delete(name);
  };
  const timers = jobs.map(({ name, everyMs, run: work }) => {
    const timer = setInterval(() => {
      if (!rounds.has(name)) rounds.set(name, run(name, work));
    }, everyMs);
    // A job is no reason for a process to stay.
    return timer.unref();
  });
  return async () => {
    timers.forEach((timer) => clearInterval(timer));
    await Promise.all(rounds.values());
  };
};
