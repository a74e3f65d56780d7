import type { Deps } from '../deps.ts';
import { storeInLane } from '../platform/store/lane.ts';

/** What visitors cause is written in a queue of its own: a flood of it never has a merchant's write refused. */
export const forVisitors = (deps: Deps): Deps => ({
  ...deps,
  store: storeInLane(deps.store, 'visitor'),
  storeWithoutEvents: storeInLane(deps.storeWithoutEvents, 'visitor'),
});
