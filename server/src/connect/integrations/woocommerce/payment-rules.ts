import type { OrderState } from '@okaeri/shared/orders';
import type { WooOrder } from './payload-rules.ts';

type Payment = OrderState['paymentStatus'];

/**
 * Statuses that say whether an order is paid whatever date it has: those of WooCommerce itself
 * (https://woocommerce.com/document/managing-orders/order-statuses/), and those of plugins for deposits.
 * A lost dispute is marked as failed by the gateways, with the date of its payment still there.
 */
const KNOWN: ReadonlyMap<string, Payment> = new Map(
  Object.entries({
    pending: 'unpaid',
    'on-hold': 'unpaid',
    cancelled: 'unpaid',
    'checkout-draft': 'voided',
    failed: 'voided',
    completed: 'paid',
    refunded: 'paid',
    'partial-payment': 'partiallyPaid',
    'partially-paid': 'partiallyPaid',
    'partial-paid': 'partiallyPaid',
    'pending-deposit': 'partiallyPaid',
    'scheduled-payment': 'unpaid',
  } satisfies Record<string, Payment>),
);

/**
 * Statuses of an order that is on its way once it is paid: paid where a date says so. Cash on delivery is
 * `processing` without one. The names beside it are those that plugins for shipping add.
 */
const AFTER_PAYMENT: ReadonlySet<string> = new Set([
  'processing',
  'packed',
  'packing',
  'picking',
  'awaiting-shipment',
  'awaiting-pickup',
  'ready-for-pickup',
  'ready-to-ship',
  'dispatched',
  'shipped',
  'partial-shipped',
  'partially-shipped',
  'in-transit',
  'out-for-delivery',
  'picked-up',
  'delivered',
]);

/** Whether an order of WooCommerce's is paid: only what is known to be. Any other status is unpaid. */
export function paymentOf(order: Pick<WooOrder, 'status' | 'date_paid_gmt'>): Payment {
  const known = KNOWN.get(order.status);
  if (known !== undefined) return known;
  return AFTER_PAYMENT.has(order.status) && order.date_paid_gmt != null ? 'paid' : 'unpaid';
}
