import type { LineReason, OrderEvent, OrderPage, OrderPageLine } from '@okaeri/shared/order-lists';
import { UNSAID_LANGUAGE } from '@okaeri/shared/text-for';
import type { OrderState } from '@okaeri/shared/orders';
import type { Receipt } from '@okaeri/shared/ledger';
import type { NamedProduct } from '@okaeri/shared/products';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectMovesOfSource } from '../ledger/history-queries.ts';
import { loadNames } from '../products/read-product.ts';
import { answerStored } from './answer-order.ts';
import { shopperNamed } from './list-shop-orders.ts';
import { readMoney } from './rules/money-rules.ts';
import { moneyOf } from './rules/list-rules.ts';
import { selectOrder } from './rules/queries.ts';
import { closingReason } from './rules/share-rules.ts';
import { readState } from './rules/state-rules.ts';
import type { OrderRow } from './tables.ts';

/** What happened to one order's points that is told: orders with more are few. */
const EVENTS_MAX = 100;

/** All there is to say of an order; undefined where it is not known. */
export const readOrderPage = (
  deps: Deps,
  shop: ShopRow,
  orderId: string,
): Promise<OrderPage | undefined> =>
  deps.store.read(async (tx): Promise<OrderPage | undefined> => {
    const known = await first(tx, selectOrder, { shopId: shop.id, id: orderId });
    if (known === undefined) return undefined;
    const answer = await answerStored(deps, tx, known, { now: nowOf(deps, shop), stale: false });
    const state = readState(known.state);
    const names = await loadNames(
      tx,
      shop.id,
      state.lines.map(({ productId }) => productId),
    );
    const { placedAt, paymentStatus, paidAt, fulfilledAt, deliveredAt, cancelledAt } = state;
    const { updatedAt, channel, currency } = state;
    const times = { placedAt, paymentStatus, paidAt, fulfilledAt, deliveredAt, cancelledAt };
    const isOwned = known.shopperId !== null;
    return {
      id: orderId,
      standing: known.standing,
      state: { ...times, updatedAt, channel, currency },
      shopper: await shopperNamed(tx, shop.id, known.shopperId),
      lines: linesOf(state, { names, receipts: isOwned ? answer.receipts : [], isOwned }),
      ...moneyOf(state),
      platformTotalMinor: state.platformTotal?.totalMinor ?? null,
      points: answer.points,
      receipts: answer.receipts,
      warnings: answer.warnings,
      codes: await deps.codesOfOrder(tx, { shopId: shop.id, codes: state.voucherCodes }),
      events: await eventsOf(tx, known),
    };
  });

function linesOf(
  state: OrderState,
  of: {
    names: ReadonlyMap<string, NamedProduct>;
    receipts: readonly Receipt[];
    isOwned: boolean;
  },
): OrderPageLine[] {
  const { parts } = readMoney(state, { includeTax: true, includeShipping: true });
  const isClosed = closingReason(state) !== null;
  return parts.map(({ lineId, grossMinor, refundedMinor }): OrderPageLine => {
    const counting = of.receipts.flatMap(({ lines }) =>
      lines.filter((line) => line.lineId === lineId),
    );
    const points = counting.reduce((sum, { kept }) => sum + kept, 0);
    // Campaigns count the same money once more.
    const countedMinor = Math.max(0, ...counting.map(({ basisMinor }) => basisMinor));
    const line = state.lines.find(({ id }) => id === lineId);
    const seen = { isClosed, isOwned: of.isOwned, grossMinor, refundedMinor, countedMinor, lineId };
    return {
      lineId,
      bought: line === undefined ? null : boughtOf(line, of.names),
      grossMinor,
      refundedMinor,
      countedMinor,
      points,
      whyNone: points > 0 ? null : reasonOf(seen),
    };
  });
}

function reasonOf(of: {
  isClosed: boolean;
  isOwned: boolean;
  lineId: string | null;
  grossMinor: number;
  refundedMinor: number;
  countedMinor: number;
}): LineReason {
  if (!of.isOwned) return 'notOwned';
  if (of.isClosed) return 'closed';
  if (of.grossMinor === 0) return 'nothingPaid';
  if (of.refundedMinor >= of.grossMinor) return 'refunded';
  if (of.countedMinor > 0) return 'noPoints';
  return of.lineId === null ? 'shippingDoesNotCount' : 'outOfScope';
}

function boughtOf(
  line: OrderState['lines'][number],
  names: ReadonlyMap<string, NamedProduct>,
): OrderPageLine['bought'] {
  const { productId, title, quantity, refundedQuantity } = line;
  const then =
    title == null ? null : { title: { [UNSAID_LANGUAGE]: title }, url: null, imageUrl: null };
  return { productId, product: names.get(productId) ?? then, quantity, refundedQuantity };
}

async function eventsOf(tx: Tx, order: OrderRow): Promise<OrderEvent[]> {
  const { shopId, shopperId } = order;
  if (shopperId === null) return [];
  const source = { sourceKind: 'order', sourceId: order.id };
  const found = await tx.run(selectMovesOfSource, {
    shopId,
    shopperId,
    ...source,
    limit: EVENTS_MAX,
  });
  return found.flatMap(({ kind, pending, available, effectiveAt }): OrderEvent[] => {
    const points = kind === 'mature' ? available : pending + available;
    if (kind === 'redeem' || kind === 'use' || kind === 'release' || kind === 'count') return [];
    return [{ at: isoOf(effectiveAt), kind, points }];
  });
}
