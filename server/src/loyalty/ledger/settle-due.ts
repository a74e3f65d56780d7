import { findShop, listShops } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import type { ShopperRow } from './account-tables.ts';
import { openBook } from './open-book.ts';
import { lockShopper, selectDueShoppers, selectDueShoppersOf } from './queries.ts';
import { saveBook } from './save-book.ts';

/** Shoppers looked up at once. */
const PAGE = 500;
/** Pages of one round; what is left waits for the next. */
const PAGES_MAX = 20;

type ShopperKey = { shopId: string; shopperId: string };

/**
 * Posts what has fallen due of shoppers nobody has looked at. It only hastens:
 * every read and write counts what is due by itself (semantics, rule 11).
 *
 * @returns how many shoppers were settled
 */
export const settleDueShoppers = async (deps: Deps): Promise<number> => {
  let settled = 0;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const asked = { now: deps.clock.now(), limit: PAGE };
    const due = await deps.store.read((tx) => tx.run(selectDueShoppers, asked));
    settled += await settleAll(deps, due);
    if (due.length < PAGE) break;
  }
  // What is due by the clock of a sandbox shop is not due by ours.
  for (const shop of await listShops(deps))
    if (shop.clockOffsetMs > 0) settled += await settleDueOf(deps, shop);
  return settled;
};

/**
 * Posts what has fallen due in one shop by its own clock, of so many shoppers at most.
 *
 * @returns how many shoppers were settled
 */
export const settleDueOf = async (
  deps: Deps,
  shop: Pick<ShopRow, 'id' | 'clockOffsetMs'>,
): Promise<number> => {
  const asked = { shopId: shop.id, now: nowOf(deps, shop), limit: PAGE };
  return settleAll(deps, await deps.store.read((tx) => tx.run(selectDueShoppersOf, asked)));
};

/** A shopper's row once what has fallen due is posted: what is read of the ledger then ends at their balance. */
export const settledRow = async (
  deps: Deps,
  shopper: ShopperRow,
  now: number,
): Promise<ShopperRow> => {
  if (shopper.nextChangeAt > now) return shopper;
  const key = { shopId: shopper.shopId, shopperId: shopper.id };
  return deps.store.write(async (tx) => {
    const row = await first(tx, lockShopper, key);
    if (row === undefined || row.nextChangeAt > now) return row ?? shopper;
    await saveBook(tx, await openBook(tx, row, now));
    return (await first(tx, lockShopper, key)) ?? shopper;
  });
};

async function settleAll(deps: Deps, due: readonly ShopperKey[]): Promise<number> {
  let settled = 0;
  for (const key of due) {
    if (deps.underWay.stopping.aborted) break;
    const shop = await findShop(deps, key.shopId);
    if (shop === undefined) continue;
    await settleOne(deps, key, nowOf(deps, shop));
    settled += 1;
  }
  return settled;
}

function settleOne(deps: Deps, key: ShopperKey, now: number): Promise<void> {
  return deps.store.write(async (tx) => {
    const shopper = await first(tx, lockShopper, key);
    if (shopper === undefined || shopper.nextChangeAt > now) return;
    await saveBook(tx, await openBook(tx, shopper, now));
  });
}
