import type { OrderState } from '@okaeri/shared/orders';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { chargedMinor, toleranceOf } from '../../../loyalty/orders/rules/total-rules.ts';
import { earns, netOf, sum } from './line-rules.ts';
import type { Purse } from './money-rules.ts';
import type { ShopifyOrder } from './payload-rules.ts';
import type { PlatformRefunds } from '../contract/documents.ts';

/** What Shopify itself says the order comes to; null where it is not given in the currency that counts. */
export const totalOf = (order: ShopifyOrder, purse: Purse): OrderState['platformTotal'] => {
  try {
    const totalMinor = amountIn(order, 'total_price', purse);
    if (totalMinor === undefined || totalMinor < 0) return null;
    const keptMinor = amountIn(order, 'current_total_price', purse);
    return {
      totalMinor,
      keptMinor: keptMinor === undefined ? null : Math.max(0, keptMinor),
      elsewhereMinor: elsewhereOf(order, purse),
      refundedElsewhereMinor: 0,
    };
  } catch (error) {
    // It is there to compare with: an order is not lost by it.
    if (error instanceof UnreadableMessageError) return null;
    throw error;
  }
};

/**
 * Where only the first total is given and lines were added since, what is left is what was charged less what was
 * paid back. Versions that do not say what is left of a line know no edits.
 */
export const withKept = (
  state: OrderState,
  order: ShopifyOrder,
  refunds: PlatformRefunds,
): OrderState => {
  const { platformTotal: total } = state;
  if (total == null || total.keptMinor != null) return state;
  const isEditable = order.line_items.some(({ current_quantity: left }) => left != null);
  const added = chargedMinor(state) + total.elsewhereMinor - total.totalMinor;
  if (!isEditable || added <= toleranceOf(state)) return state;
  const paidBack = sum(Object.values(refunds).map(({ paidBackMinor }) => paidBackMinor ?? 0));
  const keptMinor = Math.max(0, total.totalMinor - paidBack);
  return { ...state, platformTotal: { ...total, keptMinor } };
};

function amountIn(
  order: ShopifyOrder,
  name: 'total_price' | 'current_total_price' | 'total_tip_received',
  purse: Purse,
): number | undefined {
  const [plain, set] = [order[name], order[`${name}_set`]];
  return plain == null && set == null ? undefined : purse.ifTold({ plain: plain ?? '0', set });
}

/** Lines that earn nothing, tips, duties and fees, with tax. */
function elsewhereOf(order: ShopifyOrder, purse: Purse): number {
  const left = order.line_items.filter((line) => !earns(line));
  const lines = left.map((line) => {
    const { netMinor, taxMinor } = netOf(line, purse);
    return netMinor + (order.taxes_included === true ? 0 : taxMinor);
  });
  const hasTip = left.some((line) => line.gift_card !== true);
  return sum([
    ...lines,
    hasTip ? 0 : (amountIn(order, 'total_tip_received', purse) ?? 0),
    purse.of({ set: order.original_total_duties_set }),
    purse.of({ set: order.original_total_additional_fees_set }),
  ]);
}
