import type { OwnOrder } from '@okaeri/shared/own-order';
import type { ShopRow } from '../../access/tables.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps, ShopperClaims } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import { readForShopper } from '../entry/authenticate-shopper.ts';
import { answerStored, storedOrder } from '../orders/answer-order.ts';
import { findOrder } from '../orders/read-order.ts';
import type { OrderRow } from '../orders/tables.ts';
import { ownOrderOf } from './own-order-rules.ts';

/**
 * What an order of the shopper's own brings them. Of somebody else's nothing is said, not even that it is there:
 * numbers of orders can be guessed.
 */
export const readOwnOrder = async (
  deps: Deps,
  shop: ShopRow,
  asked: { claims: ShopperClaims; orderId: string },
): Promise<Outcome<OwnOrder>> => {
  const { claims, orderId } = asked;
  const read = await readForShopper(deps, { shop, claims, enrol: false }, async (tx, seen) => {
    const row = await findOrder(tx, { shopId: shop.id, id: orderId });
    if (row === undefined || row.shopperId !== seen.row.id) return null;
    return viewOrder(deps, tx, row, nowOf(deps, seen.shop));
  });
  if ('refused' in read) return read;
  return read.ok === null ? UNKNOWN : { ok: read.ok };
};

const UNKNOWN = {
  refused: { code: 'unknownOrder', detail: 'You have no order of this number.' },
} as const;

async function viewOrder(deps: Deps, tx: Tx, row: OrderRow, now: number): Promise<OwnOrder> {
  const answer = await answerStored(deps, tx, row, { now, stale: false });
  const { document } = await storedOrder(deps, tx, row);
  const main = answer.receipts.toSorted((one, other) => other.awarded - one.awarded)[0];
  const rule = document.earning.find(({ id }) => id === main?.ruleId);
  return ownOrderOf(answer, rule?.on === 'order' ? rule : undefined);
}
