import type { Deps } from '../../deps.ts';
import { WorkStoppedError } from '../../platform/lib/ended-work.ts';

/** What is being measured by this process, one after the other: each takes a processor. */
const taking = new Map<string, Promise<void>>();
let queue: Promise<void> = Promise.resolve();

/** Whether something of this name is being measured, or waits for its turn. */
export const isBeingTaken = (name: string): boolean => taking.has(name);

/** Resolves when all that was begun so far is taken, or could not be. */
export const allTaken = (): Promise<void> => queue;

/** Measures something once what was begun before is done. It goes on when the page is left. */
export const takeInTurn = (deps: Deps, name: string, take: () => Promise<void>): void => {
  if (taking.has(name)) return;
  const ended = queue
    .then(take)
    .catch((error: unknown) => {
      // It is taken anew when the server runs again and somebody looks.
      if (!(error instanceof WorkStoppedError))
        deps.logger.error({ error }, 'figures could not be taken');
    })
    .finally(() => taking.delete(name));
  taking.set(name, ended);
  queue = deps.underWay.hold(ended);
};

/** The same for whoever waits for what was measured, such as a job. */
export const inTurn = <Value>(deps: Deps, take: () => Promise<Value>): Promise<Value> => {
  const taken = queue.then(take);
  queue = deps.underWay.hold(
    taken.then(
      () => undefined,
      () => undefined,
    ),
  );
  return taken;
};
