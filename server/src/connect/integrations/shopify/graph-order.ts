import type { z } from 'zod';
import type { AskedBag, AskedLine, AskedOrder, AskedRefund } from './order-answers.ts';
import type { orderPayload } from './payload-rules.ts';

type Payload = z.input<typeof orderPayload>;

/** An order of the GraphQL API in the form in which webhooks carry orders: one reading for both. */
export const payloadOf = (
  order: AskedOrder,
  parts: { lines: readonly AskedLine[]; refunds: readonly AskedRefund[] },
): Payload => ({
  id: order.legacyResourceId,
  created_at: order.createdAt,
  processed_at: order.processedAt,
  updated_at: order.updatedAt,
  cancelled_at: order.cancelledAt,
  currency: order.currencyCode,
  presentment_currency: order.presentmentCurrencyCode,
  total_price: order.totalPriceSet.shopMoney.amount,
  total_price_set: setOf(order.totalPriceSet),
  current_total_price: order.currentTotalPriceSet.shopMoney.amount,
  current_total_price_set: setOf(order.currentTotalPriceSet),
  original_total_duties_set: setIfAny(order.originalTotalDutiesSet),
  original_total_additional_fees_set: setIfAny(order.originalTotalAdditionalFeesSet),
  current_total_duties_set: setIfAny(order.currentTotalDutiesSet),
  current_total_additional_fees_set: setIfAny(order.currentTotalAdditionalFeesSet),
  total_tip_received: order.totalTipReceivedSet.shopMoney.amount,
  total_tip_received_set: setOf(order.totalTipReceivedSet),
  test: order.test,
  financial_status: order.displayFinancialStatus?.toLowerCase() ?? null,
  fulfillment_status: order.displayFulfillmentStatus.toLowerCase(),
  taxes_included: order.taxesIncluded,
  email: order.email,
  phone: order.phone,
  browser_ip: order.clientIp,
  source_name: order.sourceName,
  discount_codes: order.discountCodes.map((code) => ({ code })),
  note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
  customer: order.customer && {
    id: order.customer.legacyResourceId,
    email: order.customer.defaultEmailAddress?.emailAddress ?? null,
    first_name: order.customer.firstName,
    last_name: order.customer.lastName,
  },
  shipping_address: order.shippingAddress && {
    address1: order.shippingAddress.address1,
    zip: order.shippingAddress.zip,
    country_code: order.shippingAddress.countryCodeV2,
  },
  fulfillments: order.fulfillments.map((one) => ({
    status: one.status.toLowerCase(),
    shipment_status: one.displayStatus?.toLowerCase() ?? null,
    created_at: one.createdAt,
    updated_at: one.updatedAt,
  })),
  shipping_lines: order.shippingLines.nodes.map((one) => ({
    ...priceOf(one.originalPriceSet),
    discount_allocations: one.discountAllocations.map(({ allocatedAmountSet: bag }) =>
      moneyOf(bag),
    ),
    tax_lines: one.taxLines.map(({ priceSet }) => priceOf(priceSet)),
  })),
  line_items: parts.lines.map((line) => lineOf(line, order)),
  refunds: parts.refunds.map(refundOf),
});

function setOf({ shopMoney, presentmentMoney }: AskedBag) {
  return {
    shop_money: { amount: shopMoney.amount },
    presentment_money: { amount: presentmentMoney.amount },
  };
}

function setIfAny(bag: AskedBag | null) {
  return bag && setOf(bag);
}

function priceOf(bag: AskedBag) {
  return { price: bag.shopMoney.amount, price_set: setOf(bag) };
}

function moneyOf(bag: AskedBag) {
  return { amount: bag.shopMoney.amount, amount_set: setOf(bag) };
}

function lineOf(line: AskedLine, order: AskedOrder): NonNullable<Payload['line_items']>[number] {
  return {
    id: numberOf(line.id),
    product_id: line.product?.legacyResourceId ?? null,
    variant_id: line.variant?.legacyResourceId ?? null,
    title: line.title,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    ...priceOf(line.originalUnitPriceSet),
    discount_allocations: line.discountAllocations.map((one) => moneyOf(one.allocatedAmountSet)),
    tax_lines: line.taxLines.map((one) => priceOf(one.priceSet)),
    gift_card: line.isGiftCard,
    tip: isTip(line, order) ? {} : null,
  };
}

function refundOf(refund: AskedRefund): NonNullable<Payload['refunds']>[number] {
  return {
    id: refund.legacyResourceId,
    created_at: refund.createdAt ?? refund.processedAt,
    processed_at: refund.processedAt,
    refund_line_items: refund.refundLineItems.nodes.map((line) => ({
      line_item_id: numberOf(line.lineItem.id),
      quantity: line.quantity,
      subtotal_set: setOf(line.subtotalSet),
      total_tax_set: setOf(line.totalTaxSet),
    })),
    refund_shipping_lines: refund.refundShippingLines.nodes.map((line) => ({
      subtotal_amount_set: setOf(line.subtotalAmountSet),
      tax_amount_set: setOf(line.taxAmountSet),
    })),
    duties: (refund.duties ?? []).map(({ amountSet }) => moneyOf(amountSet)),
    // GraphQL lists refunded shipping by itself; what it calls an adjustment is a discrepancy.
    order_adjustments: refund.orderAdjustments.nodes.map(({ reason, amountSet, taxAmountSet }) => ({
      kind: 'refund_discrepancy',
      reason,
      ...moneyOf(amountSet),
      tax_amount: taxAmountSet.shopMoney.amount,
      tax_amount_set: setOf(taxAmountSet),
    })),
    transactions: refund.transactions.nodes.map(({ kind, status, amountSet }) => ({
      kind: kind.toLowerCase(),
      status: status.toLowerCase(),
      ...moneyOf(amountSet),
    })),
  };
}

/** The number at the end of `gid://shopify/LineItem/1`. */
function numberOf(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}

/** GraphQL has no mark for tips: a line that names no product, is called so, and is what was given. */
function isTip(line: AskedLine, order: AskedOrder): boolean {
  return (
    line.product === null &&
    line.title === 'Tip' &&
    line.originalUnitPriceSet.shopMoney.amount === order.totalTipReceivedSet.shopMoney.amount
  );
}
