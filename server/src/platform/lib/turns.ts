import pLimit from 'p-limit';

/** So much waits already that one more is refused; try again shortly. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** A short queue: heavy work takes turns, and what would wait too long is refused at once. */
export interface Turns {
  /**
   * Runs `work` when it is its turn.
   *
   * @throws QueueFullError when too much waits already
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Makes a queue in which `atOnce` pieces of work run and `waitingMax` more may wait. */
export function createTurns(limits: {
  readonly atOnce: number;
  readonly waitingMax: number;
}): Turns {
  const limit = pLimit(limits.atOnce);
  return {
    async run(work) {
      if (limit.activeCount + limit.pendingCount >= limits.atOnce + limits.waitingMax)
        throw new QueueFullError('Too much of this kind waits already.');
      return limit(work);
    },
  };
}
