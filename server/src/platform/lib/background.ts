import { createTurns, QueueFullError } from './turns.ts';
import type { Logger } from './logger.ts';
import type { UnderWay } from './under-way.ts';

/** Work that requests start and do not wait for. */
export interface Background {
  /** Starts `work`, or lets it wait. What it throws is logged; what cannot even wait is left out, and logged. */
  start(what: string, work: () => Promise<unknown>): void;
  /** Resolves when nothing that was started is left. */
  settled(): Promise<void>;
}

/** How much of it runs at once, and how much may wait. */
const BACKGROUND_LIMITS = { atOnce: 4, waitingMax: 500 } as const;

/** Makes the background of one process. */
export function createBackground(logger: Logger, underWay: Pick<UnderWay, 'hold'>): Background {
  const turns = createTurns(BACKGROUND_LIMITS);
  const running = new Set<Promise<void>>();
  return {
    start(what, work) {
      const run = underWay.hold(turns.run(work)).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof QueueFullError)
            logger.warn({ what }, 'background work was left out');
          else logger.error({ error, what }, 'background work failed');
        },
      );
      running.add(run);
      void run.finally(() => running.delete(run));
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
