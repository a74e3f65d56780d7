import { z } from 'zod';
import { LIMITS } from './limits.ts';

const secret = z.string().min(8).max(LIMITS.secretLengthMax);

/** A shop at Shopify. Secrets that are left out stay as they are. */
const shopifyConnection = z.strictObject({
  platform: z.literal('shopify'),
  /** `name.myshopify.com`, whatever domain shoppers see. */
  address: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/, 'must be such as "name.myshopify.com"'),
  /** The app's client secret: messages and the app proxy are signed with it. */
  secret: secret.optional(),
  /** A token of the Admin API, or the app's client id, with which one is asked for. */
  accessToken: secret.nullish(),
  clientId: secret.nullish(),
  /** Which money counts where a shopper paid in another currency than the shop's. */
  money: z.enum(['shop', 'presentment']).default('shop'),
});

/** A shop with WooCommerce. Secrets that are left out stay as they are. */
const woocommerceConnection = z.strictObject({
  platform: z.literal('woocommerce'),
  /** The address of the site, as WordPress has it. */
  address: z
    // Without https where the operator allows addresses inside.
    .url({ protocol: /^https?$/ })
    .max(LIMITS.urlLengthMax)
    .transform((url) => url.replace(/\/+$/, '')),
  /** The secret its webhooks are signed with. */
  secret: secret.optional(),
  /** A key of its REST API that may read and write. */
  consumerKey: secret.nullish(),
  consumerSecret: secret.nullish(),
  money: z.literal('shop').default('shop'),
});

/** The body of `PUT /v1/integrations/connection`. */
export const connectionInput = z.discriminatedUnion('platform', [
  shopifyConnection,
  woocommerceConnection,
]);
export type ConnectionInput = z.output<typeof connectionInput>;
export type Platform = ConnectionInput['platform'];

/** The platform a shop runs on, and how it goes; secrets are never shown. */
export interface Connection {
  readonly platform: Platform;
  readonly address: string;
  readonly money: 'shop' | 'presentment';
  readonly state: 'connected' | 'uninstalled';
  readonly connectedAt: string;
  /** Whether orders can be asked for, and codes made, at the platform. */
  readonly hasAccess: boolean;
  /** Up to when orders were compared with the platform's, and what went wrong last. */
  readonly sweptTo: string;
  readonly sweepNote: string | null;
  /** The same of products; null until all of them were read once. */
  readonly productsSweptTo: string | null;
  readonly productsNote: string | null;
  /** Where the platform sends its messages. */
  readonly messagesUrl: string;
  /** Shopify: what the app proxy is set to. */
  readonly proxyUrl: string | null;
  /** Messages that could not be worked off. */
  readonly failedMessages: number;
}

/** From when on orders and products are compared with the platform's: the body of `POST /v1/integrations/sweep`. */
export const sweepInput = z.strictObject({ since: z.iso.datetime() });

/** What a platform sent, and what became of it. */
export interface PlatformMessage {
  readonly id: string;
  readonly platform: Platform;
  readonly topic: string;
  readonly subject: string | null;
  readonly state: 'waiting' | 'done' | 'ignored' | 'failed';
  readonly note: string | null;
  readonly receivedAt: string;
  readonly settledAt: string | null;
}

/** `?state=` of the list of messages. */
export const messageState = z.enum(['waiting', 'done', 'ignored', 'failed']);
