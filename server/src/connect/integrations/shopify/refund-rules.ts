import { roundOf } from '../../../platform/lib/fractions.ts';
import type { Purse } from './money-rules.ts';
import type { MoneySet, ShopifyLine, ShopifyOrder, ShopifyRefund } from './payload-rules.ts';
import type { PlatformRefund, PlatformRefunds } from '../contract/documents.ts';

/** Transactions that moved money back, or will. */
const MOVES = new Set(['success', 'pending']);

/** A refund of Shopify's in the words of every platform. */
export const readRefund = (refund: ShopifyRefund, purse: Purse): PlatformRefund => {
  const shipping = shippingOf(refund, purse);
  const keptBackMinor = keptBackOf(refund, purse);
  return {
    at: refund.processed_at ?? refund.created_at ?? 0,
    lines: refund.refund_line_items.map((line) => ({
      lineId: line.line_item_id,
      quantity: line.quantity,
      netMinor: purse.of({ plain: line.subtotal, set: line.subtotal_set }),
      taxMinor: purse.of({ plain: line.total_tax, set: line.total_tax_set }),
    })),
    shippingNetMinor: shipping.net,
    shippingTaxMinor: shipping.tax,
    elsewhereMinor: elsewhereOf(refund, purse),
    ...(keptBackMinor !== undefined && { keptBackMinor }),
    paidBackMinor: paidBack(refund, purse),
  };
};

/** What an order lists as refunded, and what edits took out of it, as a refund that paid nothing. */
export const readRefunds = (
  order: ShopifyOrder,
  purse: Purse,
  moneyOf: (line: ShopifyLine) => { netMinor: number; taxMinor: number },
): PlatformRefunds => {
  const listed = order.refunds.map((refund): [string, PlatformRefund] => [
    refund.id,
    readRefund(refund, purse),
  ]);
  const gone = order.line_items.flatMap((line) => {
    const quantity = editedOut(line, order.refunds);
    if (quantity === 0) return [];
    const { netMinor, taxMinor } = moneyOf(line);
    const share = (minor: number): number =>
      roundOf({
        numerator: BigInt(minor) * BigInt(quantity),
        denominator: BigInt(line.quantity),
      });
    return [{ lineId: line.id, quantity, netMinor: share(netMinor), taxMinor: share(taxMinor) }];
  });
  const elsewhereMinor = unnamedCharges(order, purse);
  if (gone.length === 0 && elsewhereMinor === 0) return Object.fromEntries(listed);
  const edited: PlatformRefund = {
    at: order.updated_at,
    lines: gone,
    shippingNetMinor: 0,
    shippingTaxMinor: 0,
    elsewhereMinor,
    paidBackMinor: null,
  };
  return { ...Object.fromEntries(listed), edited };
};

function shippingOf(refund: ShopifyRefund, purse: Purse): { net: number; tax: number } {
  const adjusted = refund.order_adjustments.filter(({ kind }) => kind === 'shipping_refund');
  const sums =
    adjusted.length > 0
      ? adjusted.map((one) => ({
          net: purse.of({ plain: one.amount, set: one.amount_set }),
          tax: purse.of({ plain: one.tax_amount, set: one.tax_amount_set }),
        }))
      : refund.refund_shipping_lines.map((one) => ({
          net: purse.of({ set: one.subtotal_amount_set }),
          tax: purse.of({ set: one.tax_amount_set }),
        }));
  // Adjustments are what the order becomes less by: negative.
  return sums.reduce(
    (sum, { net, tax }) => ({ net: sum.net + Math.abs(net), tax: sum.tax + Math.abs(tax) }),
    { net: 0, tax: 0 },
  );
}

/**
 * What of the named pieces' money the merchant kept. Adjustments say how far what was paid back is from what is
 * named; what is pending is still to be paid. Where none says so, nobody knows whether it was kept or exchanged.
 */
function keptBackOf(refund: ShopifyRefund, purse: Purse): number | undefined {
  const reported = refund.order_adjustments.filter(({ kind }) => kind === 'refund_discrepancy');
  if (reported.length === 0) return undefined;
  const kept = reported
    .filter(({ reason }) => !/^pending[ _]/i.test(reason ?? ''))
    .map(
      (one) =>
        purse.of({ plain: one.amount, set: one.amount_set }) +
        purse.of({ plain: one.tax_amount, set: one.tax_amount_set }),
    )
    .reduce((sum, minor) => sum + minor, 0);
  return Math.abs(kept);
}

/** Duties and additional fees: the shopper paid them, and nothing was bought for it. */
function elsewhereOf(refund: ShopifyRefund, purse: Purse): number {
  return [...refund.duties, ...refund.additional_fees]
    .flatMap((one) => [
      purse.of({ plain: one.amount ?? one.price, set: one.amount_set ?? one.price_set }),
      ...one.tax_lines.map((tax) => purse.of({ plain: tax.price, set: tax.price_set })),
    ])
    .reduce((sum, minor) => sum + Math.abs(minor), 0);
}

function paidBack(refund: ShopifyRefund, purse: Purse): number | null {
  const all = refund.transactions.filter(({ kind }) => kind === 'refund');
  if (all.length === 0) return null;
  let sum = 0;
  for (const { status, amount, currency, amount_set: set } of all) {
    if (!MOVES.has(status)) continue;
    const minor = purse.ifTold({ plain: amount, currency, set });
    // In the other currency, and not given in ours: what was named must do.
    if (minor === undefined) return null;
    sum += Math.abs(minor);
  }
  return sum;
}

/** Pieces that are no longer in the order although no refund names them: an edit took them out. */
function editedOut(line: ShopifyLine, refunds: readonly ShopifyRefund[]): number {
  if (line.current_quantity == null) return 0;
  const refunded = refunds
    .flatMap((refund) => refund.refund_line_items)
    .filter(({ line_item_id: id }) => id === line.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, line.quantity - line.current_quantity - refunded);
}

/** Duties and fees that are less than they were although no refund names them. */
function unnamedCharges(order: ShopifyOrder, purse: Purse): number {
  const gone = (was: MoneySet | null | undefined, is: MoneySet | null | undefined): number =>
    was == null || is == null ? 0 : Math.max(0, purse.of({ set: was }) - purse.of({ set: is }));
  const named = order.refunds.reduce((sum, refund) => sum + elsewhereOf(refund, purse), 0);
  const duties = gone(order.original_total_duties_set, order.current_total_duties_set);
  const fees = gone(
    order.original_total_additional_fees_set,
    order.current_total_additional_fees_set,
  );
  return Math.max(0, duties + fees - named);
}
