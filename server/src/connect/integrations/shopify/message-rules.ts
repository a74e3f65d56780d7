import { UnreadableMessageError, type PlatformEvent } from '../contract/platform-event-rules.ts';
import { purseOf, type MoneyChoice } from './money-rules.ts';
import { emailOf, nameOf, readAs } from '../contract/reading-rules.ts';
import { readOrder } from './order-rules.ts';
import {
  customerPayload,
  dataRequestPayload,
  disputePayload,
  editPayload,
  mergePayload,
  orderPayload,
  redactCustomerPayload,
  redactShopPayload,
  refundPayload,
  uninstalledPayload,
} from './payload-rules.ts';
import { disputeId, readDispute } from './dispute-rules.ts';
import { readGoneProduct, readProductMessage } from './product-rules.ts';
import { readRefund } from './refund-rules.ts';

/** What is known of the shop a message came to. */
export interface ShopifyShop {
  readonly address: string;
  readonly choice: MoneyChoice;
  /** The shop's own currency: a refund that comes by itself does not name it. */
  readonly currency: string;
  /** Orders that try a checkout count in a sandbox alone. */
  readonly isSandbox: boolean;
}

const READERS: Readonly<Record<string, (body: unknown, shop: ShopifyShop) => PlatformEvent>> = {
  'orders/create': order,
  'orders/paid': order,
  'orders/updated': order,
  'orders/cancelled': order,
  'orders/fulfilled': order,
  'orders/partially_fulfilled': order,
  'orders/edited': (body) => ({
    kind: 'look',
    orderId: readAs(editPayload, body).order_edit.order_id,
  }),
  'refunds/create': refund,
  'disputes/create': dispute,
  'disputes/update': dispute,
  'products/create': readProductMessage,
  'products/update': readProductMessage,
  'products/delete': readGoneProduct,
  'customers/create': customer,
  'customers/update': customer,
  'customers/merge': merge,
  'customers/data_request': (body, shop) => {
    const payload = readAs(dataRequestPayload, body);
    requireShop(payload.shop_domain, shop);
    const { id: customerId, email } = payload.customer;
    return { kind: 'dataRequest', customerId, email: emailOf(email) };
  },
  'customers/redact': (body, shop) => {
    const payload = readAs(redactCustomerPayload, body);
    requireShop(payload.shop_domain, shop);
    const { id: customerId, email } = payload.customer;
    return { kind: 'redactCustomer', customerId, email: emailOf(email) };
  },
  'shop/redact': (body, shop) => {
    requireShop(readAs(redactShopPayload, body).shop_domain, shop);
    return { kind: 'redactShop' };
  },
  'app/uninstalled': (body, shop) => {
    const payload = readAs(uninstalledPayload, body);
    requireShop(payload.myshopify_domain, shop);
    return { kind: 'uninstalled', toldAt: payload.updated_at ?? null };
  },
};

/** Topics an app subscribes to itself; the three about privacy are set in its configuration. */
export const SUBSCRIBED_TOPICS = Object.keys(READERS).filter(
  (topic) => !['customers/data_request', 'customers/redact', 'shop/redact'].includes(topic),
);

/**
 * What a message of Shopify's means.
 *
 * @throws UnreadableMessageError when it is not what its topic says
 */
export const readMessage = (topic: string, body: unknown, shop: ShopifyShop): PlatformEvent =>
  READERS[topic]?.(body, shop) ?? { kind: 'ignored', why: `nothing is done about ${topic}` };

function order(body: unknown, shop: ShopifyShop): PlatformEvent {
  const payload = readAs(orderPayload, body);
  if (payload.test === true && !shop.isSandbox)
    return { kind: 'ignored', why: 'a test order earns in a sandbox only' };
  const snapshot = readOrder(payload, { choice: shop.choice, isFetched: false });
  return { kind: 'order', snapshot };
}

function refund(body: unknown, shop: ShopifyShop): PlatformEvent {
  const payload = readAs(refundPayload, body);
  const orderId = payload.order_id;
  if (orderId == null) throw new UnreadableMessageError('order_id is missing');
  // Which currency was shown is not said: a shop that counts that one asks for the order.
  if (shop.choice === 'presentment') return { kind: 'look', orderId };
  const purse = purseOf({ currency: shop.currency, presentment_currency: null }, shop.choice);
  return { kind: 'refund', orderId, refundId: payload.id, refund: readRefund(payload, purse) };
}

function dispute(body: unknown): PlatformEvent {
  const payload = readAs(disputePayload, body);
  const orderId = payload.order_id;
  if (orderId == null) return { kind: 'ignored', why: 'the dispute names no order' };
  const refund = readDispute(payload);
  return { kind: 'refund', orderId, refundId: disputeId(payload), refund };
}

function customer(body: unknown): PlatformEvent {
  const payload = readAs(customerPayload, body);
  return {
    kind: 'customer',
    customerId: payload.id,
    toldAt: payload.updated_at ?? payload.created_at ?? 0,
    email: emailOf(payload.email),
    name: nameOf(payload),
  };
}

function merge(body: unknown): PlatformEvent {
  const payload = readAs(mergePayload, body);
  const goneId = payload.admin_graphql_api_customer_deleted_id;
  if (goneId == null || (payload.status != null && payload.status !== 'completed'))
    return { kind: 'ignored', why: 'nobody was merged' };
  return {
    kind: 'merge',
    keptId: numberOf(payload.admin_graphql_api_customer_kept_id),
    goneId: numberOf(goneId),
  };
}

/** The topic in the header is not signed: what names a shop must name this one. */
const requireShop = (named: string, shop: ShopifyShop): void => {
  if (named !== shop.address)
    throw new UnreadableMessageError(`it is about ${named}, not about this shop`);
};

/** The number at the end of `gid://shopify/Customer/1`. */
function numberOf(gid: string): string {
  const number = /^gid:\/\/shopify\/\w+\/(\d+)$/.exec(gid)?.[1];
  if (number === undefined) throw new UnreadableMessageError(`"${gid}" is no id`);
  return number;
}
