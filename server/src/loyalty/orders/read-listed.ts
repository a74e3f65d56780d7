import type { Deps } from '../../deps.ts';
import { selectUnreadOrders, setListed } from './rules/list-queries.ts';
import { listedAs } from './rules/list-rules.ts';
import { readState } from './rules/state-rules.ts';

/** Orders one round reads: a million are read in a quarter of an hour. */
const AT_ONCE = 1000;
const IN_ONE_WRITE = 50;

/** Reads what lists know of orders out of those that were kept without it; gives how many. */
export const readListed = async (deps: Deps): Promise<number> => {
  const found = await deps.store.read((tx) => tx.run(selectUnreadOrders, { limit: AT_ONCE }));
  for (let from = 0; from < found.length; from += IN_ONE_WRITE) {
    if (deps.underWay.stopping.aborted) return from;
    await deps.store.writeAlone(async (tx) => {
      for (const { shopId, id, state } of found.slice(from, from + IN_ONE_WRITE))
        await tx.run(setListed, { shopId, id, ...listedAs(id, readState(state)) });
    });
  }
  return found.length;
};
