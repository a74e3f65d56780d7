import { LIMITS } from '@okaeri/shared/limits';
import type { OrderState } from '@okaeri/shared/orders';
import type { Drift, ReconcileInput, Reconciliation } from '@okaeri/shared/reconciliation';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { selectAwardsBySource } from '../ledger/lot-queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
import { settledParts, storedOrder } from './answer-order.ts';
import { setAwards } from './rules/apply-order.ts';
import { putOrder } from './put-order.ts';
import { lockOrder, selectOrder, selectOrdersAfter } from './rules/queries.ts';
import { compareStates } from '../../platform/lib/newest-state-rules.ts';
import type { OrderRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

interface Standing {
  readonly expected: number;
  readonly found: number;
}

/**
 * Compares what a shop says about its orders with what is posted, and repairs what
 * is not so by posting the difference. Without orders it goes through the stored
 * ones, a page at a time.
 */
export const reconcileOrders = async (
  deps: Deps,
  input: { shop: ShopRow; request: ReconcileInput },
): Promise<Reconciliation> => {
  const { shop, request } = input;
  const query = { shopId: shop.id, after: request.after ?? '', limit: LIMITS.pageMax };
  const stored =
    request.orders === undefined
      ? await deps.store.read((tx) => tx.run(selectOrdersAfter, query))
      : [];
  const orders = request.orders ?? stored.map(({ id }) => ({ orderId: id, state: undefined }));
  const drift: Drift[] = [];
  for (const { orderId, state } of orders) {
    const found = await examine(deps, shop, orderId, state);
    if (found !== undefined)
      drift.push(request.repair ? await repair(deps, shop, found, state) : found);
  }
  const last = stored.at(-1);
  const more = stored.length === LIMITS.pageMax && last !== undefined;
  return { checked: orders.length, drift, nextCursor: more ? last.id : null };
};

function examine(
  deps: Deps,
  shop: ShopRow,
  orderId: string,
  said: OrderState | undefined,
): Promise<Drift | undefined> {
  return deps.store.read(async (tx): Promise<Drift | undefined> => {
    const row = await first(tx, selectOrder, { shopId: shop.id, id: orderId });
    const unrepaired = { orderId, repaired: false };
    if (row === undefined) return { ...unrepaired, kind: 'missing', expected: 0, found: 0 };
    const known = { updatedAt: row.updatedAt, body: row.state };
    const standing = await standingOf(deps, tx, row);
    if (said !== undefined) {
      const arriving = { updatedAt: Date.parse(said.updatedAt), body: said };
      // The same instant with other words is a tie the shop has settled already.
      if (compareStates(known, arriving) === 'newer' && arriving.updatedAt > known.updatedAt)
        return { ...unrepaired, kind: 'outdated', ...standing };
    }
    return standing.expected === standing.found
      ? undefined
      : { ...unrepaired, kind: 'posted', ...standing };
  });
}

async function repair(
  deps: Deps,
  shop: ShopRow,
  drift: Drift,
  said: OrderState | undefined,
): Promise<Drift> {
  const { orderId } = drift;
  if (drift.kind === 'posted') await compensate(deps, shop, orderId);
  else if (said !== undefined) {
    const put = await putOrder(deps, { shop, orderId, state: said, body: said });
    if ('refused' in put) return drift;
    return { ...drift, expected: put.ok.points.target, repaired: true };
  }
  return { ...drift, repaired: true };
}

/** What an order should have earned by its stored state, and what the ledger holds of it. */
async function standingOf(deps: Deps, tx: Tx, row: OrderRow): Promise<Standing> {
  const { shopId, shopperId } = row;
  if (shopperId === null) return { expected: 0, found: 0 };
  const source = { sourceKind: 'order', sourceId: row.id };
  const awards = await tx.run(selectAwardsBySource, { shopId, shopperId, ...source });
  const order = await storedOrder(deps, tx, row);
  return {
    expected: settledParts(order, awards).reduce((sum, { target }) => sum + target, 0),
    found: awards.reduce((sum, { posted, forgiven }) => sum + posted - forgiven, 0),
  };
}

/** Posts the difference between what an order should have and what it has, and nothing else. */
function compensate(deps: Deps, shop: ShopRow, orderId: string): Promise<void> {
  return deps.store.write(async (tx) => {
    const row = await first(tx, lockOrder, { shopId: shop.id, id: orderId });
    if (row === undefined || row.shopperId === null) return;
    const key = { shopId: shop.id, shopperId: row.shopperId };
    const shopper = await first(tx, lockShopper, key);
    if (shopper === undefined) return;
    const open = await openBook(tx, shopper, nowOf(deps, shop));
    const order = await storedOrder(deps, tx, row);
    await setAwards(tx, open, order);
    const program = { document: order.document, version: order.programVersion };
    await followTiers(tx, open, program);
    await saveBook(tx, open);
  });
}
