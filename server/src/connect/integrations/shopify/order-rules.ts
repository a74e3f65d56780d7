import type { OrderState } from '@okaeri/shared/orders';
import type { OrderSnapshot } from '../contract/platform-event-rules.ts';
import { codesOf, instantOf, nameOf, readState, textOf } from '../contract/reading-rules.ts';
import { leftOutOf } from '../../../platform/lib/left-out.ts';
import { discountOf, earns, lineOf, netOf, sum, taxOf } from './line-rules.ts';
import { purseOf, rateOf, type MoneyChoice, type Purse } from './money-rules.ts';
import type { ShopifyOrder, ShopifyShipping } from './payload-rules.ts';
import { readRefunds } from './refund-rules.ts';
import { totalOf, withKept } from './total-rules.ts';

// https://shopify.dev/docs/api/admin-rest/latest/resources/order: financial_status
const PAYMENT: Readonly<Record<string, OrderState['paymentStatus']>> = {
  pending: 'unpaid',
  authorized: 'unpaid',
  // Its authorization has run out: nobody can be charged any more.
  expired: 'voided',
  partially_paid: 'partiallyPaid',
  paid: 'paid',
  partially_refunded: 'paid',
  refunded: 'paid',
  voided: 'voided',
};

/** Note attributes a theme may set: the code of a friend, and the quote a cart was shown. */
export const ATTRIBUTES = { referral: 'okaeri_referral', quote: 'okaeri_quote' } as const;

/**
 * An order of Shopify's as the full state it is here. Prices stay as the shop has them, with tax or
 * without; discounts are those allocated to each line; refunds stand apart.
 *
 * @throws UnreadableMessageError when it cannot be one
 */
export const readOrder = (
  order: ShopifyOrder,
  from: { choice: MoneyChoice; isFetched: boolean },
): OrderSnapshot => {
  const purse = purseOf(order, from.choice);
  const stated = stateOf(order, purse, from.choice);
  const state = readState(stated);
  const refunds = readRefunds(order, purse, (line) => netOf(line, purse));
  return {
    orderId: order.id,
    toldAt: order.updated_at,
    isFetched: from.isFetched,
    // It carries the customer as the account is now.
    namedAt: order.updated_at,
    leftOut: leftOutOf(stated, state),
    state: withKept(state, order, refunds),
    refunds,
  };
};

function stateOf(order: ShopifyOrder, purse: Purse, choice: MoneyChoice): unknown {
  const attribute = (name: string): string | null =>
    textOf(order.note_attributes.find((one) => one.name === name)?.value);
  const shipping = order.shipping_lines.filter(({ is_removed: removed }) => removed !== true);
  return {
    updatedAt: instantOf(order.updated_at),
    shopper: shopperOf(order),
    currency: purse.currency,
    toShopRate: rateOf(order, choice),
    placedAt: instantOf(order.created_at),
    paymentStatus: PAYMENT[order.financial_status ?? ''] ?? 'unpaid',
    paidAt: instantOf(order.processed_at ?? order.created_at),
    ...times(order),
    cancelledAt: instantOf(order.cancelled_at),
    channel: textOf(order.source_name),
    referralCode: attribute(ATTRIBUTES.referral),
    quoteId: attribute(ATTRIBUTES.quote),
    origin: originOf(order),
    taxesIncluded: order.taxes_included ?? false,
    lines: order.line_items.filter(earns).map((line) => lineOf(line, purse)),
    shippingMinor: sum(shipping.map((line) => shippingNet(line, purse))),
    shippingTaxMinor: sum(shipping.map((line) => taxOf(line, purse))),
    platformTotal: totalOf(order, purse),
    voucherCodes: codesOf(order.discount_codes),
  };
}

function shopperOf(order: ShopifyOrder): OrderState['shopper'] {
  const { customer } = order;
  const email = textOf(customer?.email ?? order.email);
  return customer == null ? { email } : { id: customer.id, email, name: nameOf(customer) };
}

function times(order: ShopifyOrder): Pick<OrderState, 'fulfilledAt' | 'deliveredAt'> {
  const sent = order.fulfillments.filter(({ status }) => status === 'success');
  if (order.fulfillment_status !== 'fulfilled' || sent.length === 0)
    return { fulfilledAt: null, deliveredAt: null };
  const delivered = sent.every(({ shipment_status: status }) => status === 'delivered');
  const latest = (all: readonly number[]): string | null => instantOf(Math.max(...all));
  return {
    fulfilledAt: latest(sent.map(({ created_at: at }) => at)),
    deliveredAt: delivered
      ? latest(sent.map(({ updated_at: updated, created_at: created }) => updated ?? created))
      : null,
  };
}

function originOf(order: ShopifyOrder): OrderState['origin'] {
  const { address1, zip, country_code: country } = order.shipping_address ?? {};
  return {
    address: textOf(order.browser_ip),
    shippingAddress: textOf([address1, zip, country].filter(Boolean).join(', ')),
    phone: textOf(order.phone),
  };
}

function shippingNet(line: ShopifyShipping, purse: Purse): number {
  const full = purse.of({ plain: line.price, set: line.price_set });
  if (line.discount_allocations.length > 0) return full - discountOf(line, purse);
  const stated = line.discounted_price != null || line.discounted_price_set != null;
  return stated ? purse.of({ plain: line.discounted_price, set: line.discounted_price_set }) : full;
}
