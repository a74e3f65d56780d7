import type { PlatformEvent } from '../contract/platform-event-rules.ts';
import { emailOf, nameOf, readAs } from '../contract/reading-rules.ts';
import { isPart, readOrder } from './order-rules.ts';
import { customerPayload, gonePayload, orderPayload } from './payload-rules.ts';
import { readGoneProduct, readProductMessage } from './product-rules.ts';

/** One purchase earns once: by the order the shopper placed, not by the parts it was sent on as. */
const PART = 'it is a part of another order, which earns';

/** What is known of the shop a message came to. */
export interface WooShop {
  /** Whether its REST API can be asked for more. */
  readonly canAsk: boolean;
  /** Its own currency: products do not name it. */
  readonly currency: string;
}

const READERS: Readonly<Record<string, (body: unknown, shop: WooShop) => PlatformEvent>> = {
  'order.created': order,
  'order.updated': order,
  'order.restored': order,
  'order.deleted': (body) => ({ kind: 'orderGone', orderId: readAs(gonePayload, body).id }),
  'product.created': product,
  'product.updated': product,
  'product.restored': product,
  'product.deleted': readGoneProduct,
  'customer.created': customer,
  'customer.updated': customer,
};

/**
 * What a message of WooCommerce means.
 *
 * @throws UnreadableMessageError when it is not what its topic says
 */
export const readMessage = (topic: string, body: unknown, shop: WooShop): PlatformEvent =>
  READERS[topic]?.(body, shop) ?? { kind: 'ignored', why: `nothing is done about ${topic}` };

/** A ping is a word and a number of twenty digits at most. */
const PING_BYTES_MAX = 31;

/** The ping a webhook sends when it is made: not signed, and it must be answered (`class-wc-webhook.php`). */
export const isPing = (body: Uint8Array): boolean =>
  body.byteLength <= PING_BYTES_MAX &&
  /^webhook_id=\d+$/.test(Buffer.from(body).toString('latin1'));

const ENTITIES: readonly (readonly [entity: RegExp, character: string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;|&#0*34;|&#x0*22;/gi, '"'],
  [/&#0*39;|&#x0*27;|&apos;/gi, "'"],
  [/&amp;|&#0*38;|&#x0*26;/gi, '&'],
];

/** A secret as it was entered, and as `wp_specialchars_decode(…, ENT_QUOTES)` makes it before it signs. */
export const spellingsOf = (secret: string): string[] => {
  const decoded = ENTITIES.reduce(
    (text, [entity, character]) => text.replace(entity, character),
    secret,
  );
  return decoded === secret ? [secret] : [secret, decoded];
};

function order(body: unknown, { canAsk }: WooShop): PlatformEvent {
  const payload = readAs(orderPayload, body);
  if (isPart(payload)) return { kind: 'ignored', why: PART };
  if (payload.status === 'trash') return { kind: 'orderGone', orderId: payload.id };
  // The message says how much was refunded, and not of what.
  if (payload.refunds.length > 0 && canAsk) return { kind: 'look', orderId: payload.id };
  return { kind: 'order', snapshot: readOrder(payload, { isFetched: false }) };
}

function product(body: unknown, { canAsk, currency }: WooShop): PlatformEvent {
  return readProductMessage(body, canAsk, currency);
}

function customer(body: unknown): PlatformEvent {
  const payload = readAs(customerPayload, body);
  return {
    kind: 'customer',
    customerId: payload.id,
    toldAt: payload.date_modified_gmt ?? payload.date_created_gmt,
    email: emailOf(payload.email),
    name: nameOf(payload),
  };
}
