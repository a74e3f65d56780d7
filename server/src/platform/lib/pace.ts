import { setImmediate } from 'node:timers/promises';
import { throwIfStopped, TookTooLongError } from './ended-work.ts';

/** Milliseconds a walk may keep the event loop before others have their turn. */
const TURN_MS = 10;

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
  /** What the caller is advised to do when it took too long. */
  readonly advice?: string;
  readonly signal?: AbortSignal | undefined;
}): Pace {
  const endsAt = performance.now() + limits.timeoutMs;
  let turnEndsAt = performance.now() + TURN_MS;
  return {
    async step() {
      throwIfStopped(limits.signal);
      const now = performance.now();
      if (now > endsAt) throw new TookTooLongError(limits.timeoutMs, limits.advice);
      if (now < turnEndsAt) return;
      await setImmediate();
      turnEndsAt = performance.now() + TURN_MS;
    },
  };
}
