import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { openBook } from './open-book.ts';
import { lockShopper, selectDueShoppers } from './queries.ts';
import { saveBook } from './save-book.ts';

/** Shoppers settled in one round; what is left waits for the next. */
const ROUND = 500;

/**
 * Posts what has fallen due of shoppers nobody has looked at. It only hastens:
 * every read and write counts what is due by itself (semantics, rule 11).
 *
 * @returns how many shoppers were settled
 */
export const settleDueShoppers = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const due = await deps.store.read((tx) => tx.run(selectDueShoppers, { now, limit: ROUND }));
  for (const key of due) {
    if (deps.underWay.stopping.aborted) break;
    await deps.store.write(async (tx) => {
      const shopper = await first(tx, lockShopper, key);
      if (shopper === undefined || shopper.nextChangeAt > now) return;
      await saveBook(tx, await openBook(tx, shopper, now));
    });
  }
  return due.length;
};
