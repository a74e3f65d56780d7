import type { OrderState } from '@okaeri/shared/orders';
import { UnreadableMessageError, type OrderTelling } from '../integrations/meaning-rules.ts';
import {
  codesOf,
  emailOf,
  instantOf,
  nameOf,
  readState,
  shortText,
} from '../integrations/reading-rules.ts';
import { decimalToMinor, isCurrency } from '../lib/currency.ts';
import { splitByLargestRemainder } from '../lib/fractions.ts';
import type { PlatformRefund, PlatformRefunds } from '../store/documents.ts';
import type { WooLine, WooOrder, WooRefund } from './payload-rules.ts';

/** Orders that are not paid and may yet be; any other status says so by its date of payment. */
const UNPAID: ReadonlySet<string> = new Set(['pending', 'on-hold', 'failed', 'checkout-draft']);

/** Notes on an order by which a friend's code and a quote come with it. */
export const META = { referral: '_okaeri_referral', quote: '_okaeri_quote' } as const;

/** Products of lines that name none. */
const CUSTOM_PRODUCT = 'custom';

const minorOf = (text: string | null | undefined, currency: string): number => {
  const minor = decimalToMinor(text ?? '0', currency);
  if (minor === undefined)
    throw new UnreadableMessageError(`"${text ?? ''}" is no amount of money`);
  return minor;
};

/**
 * A line: totals are without tax whatever the shop enters, and need not be a price times a quantity.
 * The price is rounded up and what is too much is a discount, so that the line's money is exact.
 */
const lineOf = (line: WooLine, currency: string) => {
  const quantity = Number.isInteger(line.quantity) && line.quantity > 0 ? line.quantity : 1;
  const [subtotal, total] = [minorOf(line.subtotal, currency), minorOf(line.total, currency)];
  const priceMinor = Math.ceil(Math.max(subtotal, total, 0) / quantity);
  return {
    id: line.id,
    productId:
      line.product_id == null || line.product_id === '0' ? CUSTOM_PRODUCT : line.product_id,
    variantId: line.variation_id == null || line.variation_id === '0' ? null : line.variation_id,
    title: shortText(line.name),
    quantity,
    priceMinor,
    discountMinor: priceMinor * quantity - Math.max(0, total),
    taxMinor: Math.max(0, minorOf(line.total_tax, currency)),
  };
};

/** Fees that take something off are discounts, spread over the lines; what they add is nothing bought. */
const lessFees = (lines: ReturnType<typeof lineOf>[], order: WooOrder) => {
  const off = order.fee_lines.reduce(
    (sum, fee) => sum + Math.max(0, -minorOf(fee.total, order.currency)),
    0,
  );
  const nets = lines.map((line) => line.priceMinor * line.quantity - line.discountMinor);
  const whole = nets.reduce((sum, net) => sum + net, 0);
  const shares = whole === 0 ? nets : splitByLargestRemainder(Math.min(off, whole), nets);
  return lines.map((line, index) => ({
    ...line,
    discountMinor: line.discountMinor + (shares[index] ?? 0),
  }));
};

const paymentOf = (order: WooOrder): OrderState['paymentStatus'] =>
  order.date_paid_gmt == null && (UNPAID.has(order.status) || order.status === 'cancelled')
    ? 'unpaid'
    : 'paid';

const shopperOf = (order: WooOrder): OrderState['shopper'] => {
  const email = emailOf(order.billing?.email);
  const name = nameOf(order.billing ?? {});
  return order.customer_id === '0' ? { email } : { id: order.customer_id, email, name };
};

const stateOf = (order: WooOrder): unknown => {
  const { currency } = order;
  const note = (key: string): string | null => {
    const value = order.meta_data.find((one) => one.key === key)?.value;
    return typeof value === 'string' ? shortText(value) : null;
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
    channel: shortText(order.created_via),
    referralCode: note(META.referral),
    quoteId: note(META.quote),
    origin: {
      address: shortText(order.customer_ip_address),
      shippingAddress: shortText([street, postcode, country].filter(Boolean).join(', ')),
      phone: shortText(order.billing?.phone),
    },
    taxesIncluded: false,
    lines: lessFees(
      order.line_items.map((line) => lineOf(line, currency)),
      order,
    ),
    shippingMinor: sum('total'),
    shippingTaxMinor: sum('total_tax'),
    voucherCodes: codesOf(order.coupon_lines),
  };
};

/** A refund with its lines, as it is asked for. */
const namedRefund = (refund: WooRefund, currency: string): PlatformRefund => {
  const money = (text: string | null | undefined): number => Math.abs(minorOf(text, currency));
  const sum = (pick: 'total' | 'total_tax'): number =>
    refund.shipping_lines.reduce((all, line) => all + money(line[pick]), 0);
  return {
    at: refund.date_created_gmt,
    lines: refund.line_items.flatMap((line) => {
      const of = line.meta_data.find(({ key }) => key === '_refunded_item_id')?.value;
      if (typeof of !== 'string' && typeof of !== 'number') return [];
      const quantity = Math.abs(Math.trunc(line.quantity));
      const [netMinor, taxMinor] = [money(line.total), money(line.total_tax)];
      return [{ lineId: String(of), quantity, netMinor, taxMinor }];
    }),
    shippingNetMinor: sum('total'),
    shippingTaxMinor: sum('total_tax'),
    paidBackMinor: money(refund.amount),
  };
};

/** A refund of which the order says the sum alone. */
const bareRefund = (order: WooOrder, total: string): PlatformRefund => ({
  at: order.date_modified_gmt,
  lines: [],
  shippingNetMinor: 0,
  shippingTaxMinor: 0,
  paidBackMinor: Math.abs(minorOf(total, order.currency)),
});

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
): OrderTelling => {
  if (!isCurrency(order.currency))
    throw new UnreadableMessageError(`"${order.currency}" is no currency`);
  const state = readState(stateOf(order));
  const refunds: PlatformRefunds = Object.fromEntries(
    order.refunds.map(({ id, total }): [string, PlatformRefund] => {
      const named = from.named?.find((refund) => refund.id === id);
      return [id, named ? namedRefund(named, order.currency) : bareRefund(order, total)];
    }),
  );
  const { id: orderId, date_modified_gmt: toldAt } = order;
  return { orderId, toldAt, isFetched: from.isFetched, state, refunds };
};
