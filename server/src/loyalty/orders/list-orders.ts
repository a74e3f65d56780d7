import type { OrderSummary } from '@okaeri/shared/affairs';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { readMoney, refundedInFull } from './rules/money-rules.ts';
import { selectAllOrdersOfShopper, selectLatestOrdersOf } from './rules/queries.ts';
import { standingOf } from './rules/list-rules.ts';
import { readState } from './rules/state-rules.ts';
import { totalWarnings } from './rules/total-rules.ts';

const PAGE = 200;
/** All of an order's money, whatever a programme counts. */
const EVERYTHING = { includeTax: true, includeShipping: true } as const;

/** Every order of a shopper as it was last recorded, for their own export. */
export const listOrdersOf = async (
  deps: Deps,
  owner: { shopId: string; shopperId: string },
): Promise<{ readonly id: string; readonly state: unknown }[]> => {
  const orders: { id: string; state: unknown }[] = [];
  for (;;) {
    const after = orders.at(-1)?.id ?? '';
    const page = await deps.store.read((tx) =>
      tx.run(selectAllOrdersOfShopper, { ...owner, after, limit: PAGE }),
    );
    orders.push(...page);
    if (page.length < PAGE) return orders;
  }
};

/** The orders of a shopper that were recorded last, a line each. */
export const listLatestOrders = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<OrderSummary[]> => {
  const found = await tx.run(selectLatestOrdersOf, of);
  return found.map(({ id, state }) => summaryOf(id, state));
};

function summaryOf(id: string, body: unknown): OrderSummary {
  const state = readState(body);
  const { lines, shippingMinor } = state;
  return {
    id,
    placedAt: state.placedAt,
    paymentStatus: state.paymentStatus,
    isCancelled: state.cancelledAt != null,
    isRefunded: refundedInFull(state),
    standing: standingOf(state),
    currency: state.currency,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    totalMinor: lines.reduce(
      (sum, line) => sum + Math.max(0, line.priceMinor * line.quantity - line.discountMinor),
      shippingMinor,
    ),
    warnings: [...readMoney(state, EVERYTHING).warnings, ...totalWarnings(state)],
  };
}
