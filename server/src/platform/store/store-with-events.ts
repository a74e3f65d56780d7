import type { Store, Tx } from './store.ts';
import type { DomainEvent } from './domain-event.ts';

/** Is handed what happened in a write. */
type Hear = (tx: Tx, events: readonly DomainEvent[]) => Promise<void>;

/**
 * A store whose writes are heard: what happened in one is handed to `hear` before it is committed,
 * within the same transaction, so that a receiver learns of everything that was kept and of
 * nothing else.
 */
export const storeWithEvents = (store: Store, hear: Hear): Store => ({
  ...store,
  write: (work, lane) => store.write(heard(work, hear), lane),
  writeAlone: (work, lane) => store.writeAlone(heard(work, hear), lane),
});

function heard<T>(work: (tx: Tx) => Promise<T>, hear: Hear): (tx: Tx) => Promise<T> {
  return async (tx) => {
    const events: DomainEvent[] = [];
    const value = await work({
      run: (statement, args) => tx.run(statement, args),
      emit: (one) => {
        events.push(one);
      },
    });
    if (events.length > 0) await hear(tx, events);
    return value;
  };
}
