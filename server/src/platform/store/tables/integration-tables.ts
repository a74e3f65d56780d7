import type { Columns } from '../columns.ts';
import type { PlatformRefunds } from '../documents.ts';
import type { ShopTables } from './shop-tables.ts';

/** The platform a shop runs on, what came from there, and who is told of what happens here. */
export const integrationTables = (c: Columns, { shops }: ShopTables) => {
  /** The platform a shop runs on: one at a time, so that ids can be the platform's own. */
  const connections = c.table('connections', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    platform: c.text('platform').$type<'shopify' | 'woocommerce'>().notNull(),
    /** Where it is: `name.myshopify.com`, or the address of the site. */
    address: c.text('address').notNull(),
    /** Its secrets, encrypted with SECRET_KEY. */
    sealed: c.text('sealed').notNull(),
    /** Which money of an order counts, where it was paid in another currency than the shop's. */
    money: c.text('money').$type<'shop' | 'presentment'>().notNull(),
    state: c.text('state').$type<'connected' | 'uninstalled'>().notNull(),
    /** Up to when orders were compared with the platform, when that is done next, and what went wrong last. */
    sweptTo: c.instant('swept_to').notNull(),
    sweepAt: c.instant('sweep_at'),
    sweepNote: c.text('sweep_note'),
    connectedAt: c.instant('connected_at').notNull(),
    version: c.count('version').notNull(),
  });

  /** What is known of a platform's order besides its state: which telling it was of, and its refunds. */
  const platformOrders = c.table(
    'platform_orders',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      /** The newest telling: its time, whether it was asked for when nothing could change any more within that second (1), and its digest. */
      toldAt: c.instant('told_at').notNull(),
      rank: c.count('rank').notNull(),
      digest: c.text('digest').notNull(),
      /** Refunds the newest telling lists, and refunds that came by themselves, by id. */
      listed: c.json<PlatformRefunds>('listed').notNull(),
      told: c.json<PlatformRefunds>('told').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('platform_orders_by_told').on(t.shopId, t.toldAt),
    ],
  );

  /** The newest telling of a platform's customer, so that an old one changes nothing. */
  const platformCustomers = c.table(
    'platform_customers',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      toldAt: c.instant('told_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** What a platform sent, as it came, until it was worked off; then only that it was. */
  const inbox = c.table(
    'inbox',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      platform: c.text('platform').$type<'shopify' | 'woocommerce'>().notNull(),
      topic: c.text('topic').notNull(),
      /** Whom or what it is about, once that is known. */
      subject: c.text('subject'),
      /** Empty once it was worked off: it names people. */
      body: c.text('body').notNull(),
      state: c.text('state').$type<'waiting' | 'done' | 'ignored' | 'failed'>().notNull(),
      /** Why it was ignored, or what went wrong. */
      note: c.text('note'),
      receivedAt: c.instant('received_at').notNull(),
      settledAt: c.instant('settled_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('inbox_by_state').on(t.shopId, t.state, t.id),
      c.index('inbox_settled').on(t.settledAt),
    ],
  );

  /** What a platform asked on behalf of a customer: their data, or to be forgotten. */
  const privacyRequests = c.table(
    'privacy_requests',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      kind: c.text('kind').$type<'data' | 'redactCustomer' | 'redactShop'>().notNull(),
      /** The customer's id; null once they are forgotten, or where it was about the whole shop. */
      subject: c.text('subject'),
      /** What they asked for, to be handed to them; null where there is nothing to hand over. */
      document: c.json<unknown>('document'),
      receivedAt: c.instant('received_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** Addresses that are told of what happens here. */
  const webhookEndpoints = c.table(
    'webhook_endpoints',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      url: c.text('url').notNull(),
      label: c.text('label').notNull(),
      /** Types it wants; null for every one. */
      types: c.json<readonly string[] | null>('types'),
      /** Its secrets with the time each ends, encrypted with SECRET_KEY. */
      sealed: c.text('sealed').notNull(),
      state: c.text('state').$type<'enabled' | 'disabled'>().notNull(),
      disabledBy: c.text('disabled_by').$type<'hand' | 'gone' | 'failing'>(),
      /** Since when nothing has reached it; null while something does. */
      failingSince: c.instant('failing_since'),
      createdAt: c.instant('created_at').notNull(),
      version: c.count('version').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** What was told, as it was told: the text that is signed. */
  const webhookMessages = c.table(
    'webhook_messages',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      type: c.text('type').notNull(),
      body: c.text('body').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('webhook_messages_by_age').on(t.createdAt),
    ],
  );

  /** Each time a message was sent to an endpoint, and what was answered. */
  const webhookAttempts = c.table(
    'webhook_attempts',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      endpointId: c.text('endpoint_id').notNull(),
      messageId: c.text('message_id').notNull(),
      /** 1 for the first. */
      attempt: c.count('attempt').notNull(),
      at: c.instant('at').notNull(),
      durationMs: c.count('duration_ms').notNull(),
      outcome: c.text('outcome').$type<'delivered' | 'failed' | 'gone' | 'refused'>().notNull(),
      /** The status that was answered; null where nobody answered. */
      status: c.count('status'),
      /** The beginning of what was answered, or why nobody did. */
      answer: c.text('answer').notNull(),
      /** When it is tried again; null where it is not. */
      nextAt: c.instant('next_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('webhook_attempts_by_message').on(t.shopId, t.endpointId, t.messageId),
      c.index('webhook_attempts_by_age').on(t.at),
    ],
  );

  return {
    connections,
    platformOrders,
    platformCustomers,
    inbox,
    privacyRequests,
    webhookEndpoints,
    webhookMessages,
    webhookAttempts,
  };
};
