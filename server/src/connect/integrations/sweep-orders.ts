import { findShop } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { findConnection, type OpenConnection } from './find-connection.ts';
import { UnreadableMessageError } from './contract/platform-event-rules.ts';
import { noteDeletedOrder } from './note-deleted-order.ts';
import { ordersToAskFor } from './recheck-schedule.ts';
import { adapterOf } from './platforms.ts';
import {
  claimSweep,
  selectPlatformOrder,
  selectSweepsDue,
  settleSweep,
  type SettledSweep,
} from './queries.ts';
import { ingestOrderUpdate } from './ingest-order.ts';
import { SETTLED_MS } from './snapshot-order-rules.ts';
import { sweepProducts, type SweptProducts } from './sweep-products.ts';
import type { ConnectionRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** How often orders are compared with the platform's. */
const EVERY_MS = 600_000;
/** Looked at again each time: clocks differ, and lists are not always up to date. */
const OVERLAP_MS = 600_000;
/** Who takes a sweep and is not heard of again had it this long. */
const LEASE_MS = 600_000;

/** What one look at the platform came to: up to when all was compared, and what went wrong. */
interface Swept {
  readonly sweptTo: number;
  readonly isAll: boolean;
  readonly note: string | null;
  /** The same of products, where it was their turn. */
  readonly products?: SweptProducts['settled'];
}

/**
 * Compares what platforms say of their orders with what is known here, and takes what is not: no
 * platform promises that every message arrives.
 *
 * @returns how many shops were looked at
 */
export const sweepOrders = async (deps: Deps): Promise<number> => {
  const due = await deps.store.read((tx) => tx.run(selectSweepsDue, { now: deps.clock.now() }));
  let swept = 0;
  for (const row of due) if (await sweep(deps, row)) swept += 1;
  return swept;
};

async function sweep(deps: Deps, row: ConnectionRow): Promise<boolean> {
  const { shopId, sweepAt } = row;
  if (sweepAt === null || deps.underWay.stopping.aborted) return false;
  const now = deps.clock.now();
  const claim = { shopId, seenAt: sweepAt, leaseUntil: now + LEASE_MS };
  if ((await deps.store.write((tx) => tx.run(claimSweep, claim))).length === 0) return false;
  const settled: SettledSweep = {
    shopId,
    sweptTo: row.sweptTo,
    sweepAt: now + EVERY_MS,
    note: null,
    productsSweptTo: row.productsSweptTo,
    productsNote: row.productsNote,
    productsCursor: row.productsCursor,
  };
  try {
    const swept = await sweepShop(deps, row);
    settled.sweptTo = Math.max(row.sweptTo, swept.sweptTo);
    settled.note = swept.note;
    Object.assign(settled, swept.products);
    if (!swept.isAll) settled.sweepAt = now;
  } catch (error) {
    // What is wrong with one shop must not keep the others waiting.
    settled.note = error instanceof Error ? error.message : String(error);
    deps.logger.warn({ error, shop: shopId }, 'orders could not be compared with the platform');
  }
  await deps.store.write((tx) => tx.run(settleSweep, settled));
  return true;
}

/** Nothing to ask, or nobody: what is known stays as it is. */
const sweepShop = async (deps: Deps, row: ConnectionRow): Promise<Swept> => {
  const nothing = { sweptTo: row.sweptTo, isAll: true, note: null };
  const shop = await findShop(deps, row.shopId);
  const connection = await findConnection(deps, row.shopId);
  if (shop === undefined || shop.closedAt !== null || connection === undefined) return nothing;
  if (!adapterOf(connection).hasAccess(connection.secrets)) return nothing;
  const swept = await compare(deps, shop, connection, row.sweptTo - OVERLAP_MS);
  if (!swept.isAll) return swept;
  let { note } = swept;
  for await (const id of ordersToAskFor(deps, connection, {
    from: row.sweptTo,
    to: swept.sweptTo,
  })) {
    // Nobody knows which were asked about: the next sweep begins where this one did.
    if (deps.underWay.stopping.aborted) return { sweptTo: row.sweptTo, isAll: false, note };
    note = (await takeOrder(deps, shop, connection, { id, isSuspected: true })) ?? note;
  }
  const products = await sweepProducts(deps, { connection, shop }, LEASE_MS / 2);
  return { ...swept, note, products: products.settled, isAll: products.isAll };
};

async function compare(
  deps: Deps,
  shop: ShopRow,
  connection: OpenConnection,
  since: number,
): Promise<Swept> {
  const startedAt = deps.clock.now();
  const upTo = startedAt - SETTLED_MS;
  let note: string | null = null;
  let sweptTo = since;
  let cursor: string | null = null;
  do {
    const asked: { since: number; cursor: string | null } = { since, cursor };
    const page = await adapterOf(connection).listChanged(deps, connection, asked);
    for (const order of page.orders) {
      // What changed a moment ago may change again within the same second: it is for the next time.
      if (order.updatedAt > upTo) continue;
      if (deps.underWay.stopping.aborted) return { sweptTo, isAll: false, note };
      if (await isUnknown(deps, shop, order))
        note = (await takeOrder(deps, shop, connection, order)) ?? note;
      if (page.isSorted) sweptTo = Math.max(sweptTo, order.updatedAt);
    }
    cursor = page.nextCursor;
    if (cursor !== null && deps.clock.now() - startedAt > LEASE_MS / 2)
      return { sweptTo, isAll: false, note };
  } while (cursor !== null);
  return { sweptTo: upTo, isAll: true, note };
}

async function takeOrder(
  deps: Deps,
  shop: ShopRow,
  connection: OpenConnection,
  { id, isSuspected = false }: { id: string; isSuspected?: boolean },
): Promise<string | null> {
  const found = await adapterOf(connection).fetchOrder(deps, { connection, shop }, id);
  if (found === undefined) return null;
  // A shop that was put back to an old copy has none of its newer orders: nobody is to lose points by that.
  if (isSuspected && 'isGone' in found && !found.isBinned) {
    await noteDeletedOrder(deps, { shop, connection }, id);
    return `order ${id} is not there any more; nothing was taken back`;
  }
  try {
    await ingestOrderUpdate(deps, { shop, orderId: id, ...found, onTie: 'digest' });
    return null;
  } catch (error) {
    // One order that cannot be read must not hold up the others.
    if (error instanceof UnreadableMessageError) return `order ${id}: ${error.message}`;
    throw error;
  }
}

/** Whether the platform's order is newer than what is known, or was never looked at itself. */
async function isUnknown(
  deps: Deps,
  shop: ShopRow,
  order: { id: string; updatedAt: number },
): Promise<boolean> {
  const key = { shopId: shop.id, id: order.id };
  const known = await deps.store.read((tx) => first(tx, selectPlatformOrder, key));
  return known === undefined || known.toldAt < order.updatedAt || known.rank === 0;
}
