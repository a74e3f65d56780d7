import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  claimShopperChanges,
  deleteShopperChange,
  deleteTerm,
  deleteTermsOf,
  insertAllShopperChanges,
  insertShopperChange,
  insertTerm,
  selectTerms,
} from './find-queries.ts';
import { deleteRank, upsertRank } from './rank-queries.ts';
import { rankOf } from './rank-rules.ts';
import { isSegmentTerm, termsOf } from './term-rules.ts';

/** Shoppers whose terms are made by one write, which holds their rows until its end: orders of theirs wait. */
const AT_ONCE = 25;
/** Writes of one round: others want the writer too. */
const ROUNDS_MAX = 160;
/** Shoppers whose points have moved that one round puts into their places. */
const MOVED_MAX = 500;

/**
 * Says that a shopper is to be found by something else from now on. Finding follows within
 * seconds; an order does not wait for it.
 */
export const noteShopperChange = (
  tx: Tx,
  of: { shopId: string; shopperId: string },
): Promise<unknown> => tx.run(insertShopperChange, of);

/** The same of every shopper of a shop. */
export const noteAllShoppers = (tx: Tx, shopId: string): Promise<unknown> =>
  tx.run(insertAllShopperChanges, { shopId });

/** Takes everything a shopper is found by away, at once. */
export const forgetTerms = async (
  tx: Tx,
  of: { shopId: string; shopperId: string },
): Promise<void> => {
  await tx.run(deleteTermsOf, of);
  await tx.run(deleteRank, of);
};

/** Makes the terms of those who have changed; gives how many. */
export const indexShoppers = async (deps: Deps): Promise<number> => {
  let done = await rankMoved(deps);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    // Most of the time nothing waits, and no write is needed to see that.
    const waiting = await deps.store.read((tx) => tx.run(claimShopperChanges, { limit: 1 }));
    if (waiting.length === 0 || deps.underWay.stopping.aborted) return done;
    done += await deps.store.writeAlone(async (tx) => {
      const claimed = await tx.run(claimShopperChanges, { limit: AT_ONCE });
      for (const key of claimed) await indexOne(tx, key);
      return claimed.length;
    });
  }
  return done;
};

/** Puts those whose points or orders have moved into their places in lists. */
async function rankMoved(deps: Deps): Promise<number> {
  const moved = deps.movedShoppers.take(MOVED_MAX);
  for (let from = 0; from < moved.length; from += AT_ONCE) {
    if (deps.underWay.stopping.aborted) return from;
    await deps.store.writeAlone(async (tx) => {
      for (const key of moved.slice(from, from + AT_ONCE)) {
        const row = await first(tx, lockShopper, key);
        if (row !== undefined && row.mergedInto === null && row.erasedAt === null)
          await tx.run(upsertRank, rankOf(row));
      }
    });
  }
  return moved.length;
}

const indexOne = async (tx: Tx, key: { shopId: string; shopperId: string }): Promise<void> => {
  // A write that changes them holds this lock before saying so: a change is either seen here, or noted anew.
  const row = await first(tx, lockShopper, key);
  const wanted = new Set(row === undefined ? [] : termsOf(row));
  const known = new Set((await tx.run(selectTerms, key)).map(({ term }) => term));
  // Where somebody stands is looked after by another job, as long as there is somebody.
  const isStale = (term: string): boolean =>
    !wanted.has(term) && (wanted.size === 0 || !isSegmentTerm(term));
  for (const term of known) if (isStale(term)) await tx.run(deleteTerm, { ...key, term });
  for (const term of wanted) if (!known.has(term)) await tx.run(insertTerm, { ...key, term });
  if (row === undefined || wanted.size === 0) await tx.run(deleteRank, key);
  else await tx.run(upsertRank, rankOf(row));
  await tx.run(deleteShopperChange, key);
};
