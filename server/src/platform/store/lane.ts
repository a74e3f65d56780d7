import type { Store, WriteLane } from './store.ts';

/** The same store, whose writes wait in one lane: for whatever visitors cause. */
export const storeInLane = (store: Store, lane: WriteLane): Store => ({
  ...store,
  write: (work) => store.write(work, lane),
  writeAlone: (work) => store.writeAlone(work, lane),
});
