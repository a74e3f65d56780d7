import { StoreBusyError, type StoreLimits, type WriteLane } from './store.ts';

interface Waiting {
  readonly since: number;
  readonly start: () => void;
  readonly refuse: (error: StoreBusyError) => void;
}

/** Turns of writes, where each has a connection of its own. */
export interface WriteGate {
  /**
   * Runs `work` when a connection is free for its lane.
   *
   * @throws StoreBusyError when none was within `connectMs`
   */
  run<T>(lane: WriteLane, work: () => Promise<T>): Promise<T>;
}

/**
 * Lets as many writes run at once as there are connections. Merchants' come first; visitors' may use
 * a part of the connections only, and have their turn while both wait.
 */
export function createWriteGate(
  limits: Pick<StoreLimits, 'writersMax' | 'visitorWritersMax' | 'visitorTurn' | 'connectMs'>,
): WriteGate {
  const waiting: Record<WriteLane, Waiting[]> = { merchant: [], visitor: [] };
  const running: Record<WriteLane, number> = { merchant: 0, visitor: 0 };
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Whose turn it is; undefined where nobody may start. */
  const nextLane = (): WriteLane | undefined => {
    if (running.merchant + running.visitor >= limits.writersMax) return undefined;
    const isVisitor = waiting.visitor.length > 0 && running.visitor < limits.visitorWritersMax;
    if (waiting.merchant.length === 0) return isVisitor ? 'visitor' : undefined;
    if (!isVisitor) return 'merchant';
    turns += 1;
    return turns % limits.visitorTurn === 0 ? 'visitor' : 'merchant';
  };

  const startNext = (): void => {
    for (let lane = nextLane(); lane !== undefined; lane = nextLane()) {
      running[lane] += 1;
      waiting[lane].shift()?.start();
    }
  };

  /** One timer for all: the write that has waited longest stands first in its lane. */
  const refuseLate = (): void => {
    timer = undefined;
    const since = performance.now() - limits.connectMs;
    for (const queue of Object.values(waiting))
      for (let first = queue[0]; first !== undefined && first.since <= since; first = queue[0]) {
        queue.shift();
        first.refuse(new StoreBusyError('All connections that write are in use.'));
      }
    watch();
  };
  const watch = (): void => {
    const heads = Object.values(waiting).flatMap(([first]) => first ?? []);
    if (timer !== undefined || heads.length === 0) return;
    const oldest = Math.min(...heads.map(({ since }) => since));
    timer = setTimeout(refuseLate, Math.max(1, oldest + limits.connectMs - performance.now()));
  };

  const enter = (lane: WriteLane): Promise<void> =>
    new Promise((start, refuse) => {
      waiting[lane].push({ since: performance.now(), start, refuse });
      startNext();
      if (timer === undefined) watch();
    });

  return {
    async run(lane, work) {
      await enter(lane);
      try {
        return await work();
      } finally {
        running[lane] -= 1;
        startNext();
      }
    },
  };
}
