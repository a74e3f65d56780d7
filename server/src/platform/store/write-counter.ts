import { StoreBusyError, type StoreLimits, type WriteCounts, type WriteLane } from './store.ts';

/** Counts writes, and refuses those that are too many at once. */
export interface WriteCounter {
  /** @throws StoreBusyError when as many of its lane wait as may */
  run<T>(lane: WriteLane, write: () => Promise<T>): Promise<T>;
  counts(): Omit<WriteCounts, 'groups'>;
}

/** Makes the counter of one store. */
export const createWriteCounter = (
  limits: Pick<StoreLimits, 'queueMax' | 'visitorQueueMax'>,
): WriteCounter => {
  const waiting: Record<WriteLane, number> = { merchant: 0, visitor: 0 };
  const max = { merchant: limits.queueMax, visitor: limits.visitorQueueMax };
  let committed = 0;
  return {
    async run(lane, write) {
      if (waiting[lane] >= max[lane]) throw new StoreBusyError('Too many writes are waiting.');
      waiting[lane] += 1;
      try {
        const value = await write();
        committed += 1;
        return value;
      } finally {
        waiting[lane] -= 1;
      }
    },
    counts: () => ({ waiting: { ...waiting }, committed }),
  };
};
