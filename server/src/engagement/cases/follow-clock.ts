import { eachShop } from '../../access/each-shop.ts';
import { listShops } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { first } from '../../platform/store/store.ts';
import { pastDue } from './case-end-rules.ts';
import { keepChange } from './keep-change.ts';
import { lockCase, selectDueCases } from './queries.ts';

const PAGE = 100;

/**
 * What time brings to cases, by each shop's own clock: some are late, others are closed as nobody said that they were
 * not put right.
 *
 * @returns how many were looked after
 */
export const followClock = async (deps: Deps): Promise<number> => {
  let followed = 0;
  await eachShop(await listShops(deps), async (shop) => {
    // A closed shop rests: what was due in the meantime is looked after once it is open again.
    if (shop.closedAt === null) followed += await followShop(deps, shop);
  });
  return followed;
};

async function followShop(deps: Deps, shop: ShopRow): Promise<number> {
  let followed = 0;
  for (;;) {
    const now = nowOf(deps, shop);
    const asked = { shopId: shop.id, now, limit: PAGE };
    const due = await deps.store.read((tx) => tx.run(selectDueCases, asked));
    for (const of of due) {
      if (deps.underWay.stopping.aborted) return followed;
      await followCase(deps, shop, of);
    }
    followed += due.length;
    if (due.length < PAGE) return followed;
  }
}

function followCase(
  deps: Deps,
  shop: ShopRow,
  of: { id: string; shopperId: string },
): Promise<unknown> {
  return deps.store.write(async (tx) => {
    // Locks are taken in one order everywhere: the shopper first, then what is theirs.
    await first(tx, lockShopper, { shopId: shop.id, shopperId: of.shopperId });
    const row = await first(tx, lockCase, { shopId: shop.id, id: of.id });
    const now = nowOf(deps, shop);
    const change = row && pastDue(row, now);
    if (change !== undefined) await keepChange(deps, tx, { shop, change, now });
  });
}
