import { setImmediate } from 'node:timers/promises';
import { throwIfStopped, TookTooLongError } from './ended-work.ts';

/** Steps between two turns of others on the event loop, where nothing else gives them one. */
const STEPS_AT_ONCE = 50;

/** A long walk on the event loop, step by step. */
export interface Pace {
  /**
   * To be awaited before each step.
   *
   * @throws TookTooLongError when the walk has taken its time
   * @throws WorkStoppedError when nobody wants it any more
   */
  step(): Promise<void>;
}

/** Makes a walk that lets others have their turn, ends in time, and stops when its signal says so. */
export function createPace(limits: {
  readonly timeoutMs: number;
  /** What whoever asked is told to do when it took too long. */
  readonly advice?: string;
  readonly signal?: AbortSignal | undefined;
}): Pace {
  const endsAt = performance.now() + limits.timeoutMs;
  let steps = 0;
  return {
    async step() {
      throwIfStopped(limits.signal);
      if (performance.now() > endsAt) throw new TookTooLongError(limits.timeoutMs, limits.advice);
      steps += 1;
      if (steps % STEPS_AT_ONCE === 0) await setImmediate();
    },
  };
}
