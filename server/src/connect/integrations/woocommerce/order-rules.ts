import type { OrderState } from '@okaeri/shared/orders';
import { UnreadableMessageError, type OrderSnapshot } from '../contract/platform-event-rules.ts';
import { codesOf, instantOf, nameOf, readState, textOf } from '../contract/reading-rules.ts';
import { isCurrency } from '../../../platform/lib/currency.ts';
import { leftOutOf } from '../../../platform/lib/left-out.ts';
import { linesOf, minorOf } from './line-rules.ts';
import type { WooOrder, WooRefund } from './payload-rules.ts';
import { paymentOf } from './payment-rules.ts';
import type { PlatformRefund, PlatformRefunds } from '../contract/documents.ts';

/** Notes on an order by which a friend's code and a quote come with it. */
const META = { referral: '_okaeri_referral', quote: '_okaeri_quote' } as const;

/** Whether an order is a part of another: marketplaces send each of their sellers one, beside the order itself. */
export const isPart = (order: Pick<WooOrder, 'parent_id'>): boolean =>
  order.parent_id != null && order.parent_id !== '0';

/**
 * An order of WooCommerce's as the full state it is here. Its refunds are those it lists now: one that
 * was deleted is no longer among them.
 *
 * @param named the refunds with their lines, where they were asked for
 * @throws UnreadableMessageError when it cannot be one
 */
export const readOrder = (
  order: WooOrder,
  from: { isFetched: boolean; named?: readonly WooRefund[] },
): OrderSnapshot => {
  if (!isCurrency(order.currency))
    throw new UnreadableMessageError(`"${order.currency}" is no currency`);
  const stated = stateOf(order);
  const state = readState(stated);
  const leftOut = leftOutOf(stated, state);
  const refunds: PlatformRefunds = Object.fromEntries(
    order.refunds.map(({ id, total }): [string, PlatformRefund] => {
      const named = from.named?.find((refund) => refund.id === id);
      return [id, named ? namedRefund(named, order.currency) : bareRefund(order, total)];
    }),
  );
  const { id: orderId, date_modified_gmt: toldAt } = order;
  const { date_created_gmt: namedAt } = order;
  return { orderId, toldAt, namedAt, isFetched: from.isFetched, leftOut, state, refunds };
};

function stateOf(order: WooOrder): unknown {
  const { currency } = order;
  const note = (key: string): string | null => {
    const value = order.meta_data.find((one) => one.key === key)?.value;
    return typeof value === 'string' ? textOf(value) : null;
  };
  const sum = (pick: 'total' | 'total_tax'): number =>
    order.shipping_lines.reduce((all, line) => all + Math.max(0, minorOf(line[pick], currency)), 0);
  const { address_1: street, postcode, country } = order.shipping ?? {};
  const isPaid = paymentOf(order) === 'paid';
  return {
    updatedAt: instantOf(order.date_modified_gmt),
    shopper: shopperOf(order),
    currency,
    placedAt: instantOf(order.date_created_gmt),
    paymentStatus: paymentOf(order),
    paidAt: isPaid ? instantOf(order.date_paid_gmt ?? order.date_created_gmt) : null,
    fulfilledAt: order.status === 'completed' ? instantOf(order.date_completed_gmt) : null,
    cancelledAt: order.status === 'cancelled' ? instantOf(order.date_modified_gmt) : null,
    channel: textOf(order.created_via),
    referralCode: note(META.referral),
    quoteId: note(META.quote),
    origin: {
      address: textOf(order.customer_ip_address),
      shippingAddress: textOf([street, postcode, country].filter(Boolean).join(', ')),
      phone: textOf(order.billing?.phone),
    },
    taxesIncluded: false,
    lines: linesOf(order),
    shippingMinor: sum('total'),
    shippingTaxMinor: sum('total_tax'),
    platformTotal: totalOf(order),
    voucherCodes: codesOf(order.coupon_lines),
  };
}

/** A refund with its lines, as it is asked for. */
function namedRefund(refund: WooRefund, currency: string): PlatformRefund {
  const money = (text: string | null | undefined): number => Math.abs(minorOf(text, currency));
  const sum = (pick: 'total' | 'total_tax', of: WooRefund['shipping_lines']): number =>
    of.reduce((all, line) => all + money(line[pick]), 0);
  const { shipping_lines: shipping, fee_lines: fees } = refund;
  return {
    at: refund.date_created_gmt,
    lines: refund.line_items.flatMap((line) => {
      const of = line.meta_data.find(({ key }) => key === '_refunded_item_id')?.value;
      if (typeof of !== 'string' && typeof of !== 'number') return [];
      const quantity = Math.abs(Math.trunc(line.quantity));
      const [netMinor, taxMinor] = [money(line.total), money(line.total_tax)];
      return [{ lineId: String(of), quantity, netMinor, taxMinor }];
    }),
    shippingNetMinor: sum('total', shipping),
    shippingTaxMinor: sum('total_tax', shipping),
    elsewhereMinor: sum('total', fees) + sum('total_tax', fees),
    paidBackMinor: money(refund.amount),
  };
}

/** A refund of which the order says the sum alone. */
function bareRefund(order: WooOrder, total: string): PlatformRefund {
  return {
    at: order.date_modified_gmt,
    lines: [],
    shippingNetMinor: 0,
    shippingTaxMinor: 0,
    paidBackMinor: Math.abs(minorOf(total, order.currency)),
  };
}

function shopperOf(order: WooOrder): OrderState['shopper'] {
  const email = textOf(order.billing?.email);
  const name = nameOf(order.billing ?? {});
  return order.customer_id === '0' ? { email } : { id: order.customer_id, email, name };
}

/** What WooCommerce itself says the order comes to, and what is left of it after the refunds it lists. */
function totalOf(order: WooOrder): OrderState['platformTotal'] {
  const { currency } = order;
  if (order.total == null) return null;
  const totalMinor = Math.max(0, minorOf(order.total, currency));
  const refunded = order.refunds.reduce(
    (sum, { total }) => sum + Math.abs(minorOf(total, currency)),
    0,
  );
  // A fee below zero is a discount, and in the lines.
  const fees = order.fee_lines.flatMap((fee) => [fee.total, fee.total_tax]);
  const elsewhereMinor = fees.reduce((sum, text) => sum + Math.max(0, minorOf(text, currency)), 0);
  const keptMinor = Math.max(0, totalMinor - refunded);
  return { totalMinor, keptMinor, elsewhereMinor, refundedElsewhereMinor: 0 };
}
