import type { Store, Tx } from './store.ts';
import type { DomainEvent } from './domain-event.ts';

/**
 * A store whose writes are heard: what happened in one is handed to `hear` before it is committed,
 * within the same transaction, so that a receiver learns of everything that was kept and of
 * nothing else.
 */
export const storeWithEvents = (
  store: Store,
  hear: (tx: Tx, events: readonly DomainEvent[]) => Promise<void>,
): Store => ({
  ...store,
  write: (work, lane) =>
    store.write(async (tx) => {
      const events: DomainEvent[] = [];
      const value = await work({
        run: (statement, args) => tx.run(statement, args),
        emit: (one) => {
          events.push(one);
        },
      });
      if (events.length > 0) await hear(tx, events);
      return value;
    }, lane),
});
