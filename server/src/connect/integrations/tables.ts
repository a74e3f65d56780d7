import type { Columns } from '../../platform/store/columns.ts';
import type { PlatformRefunds } from './contract/documents.ts';
import type { AccessTables } from '../../access/tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Connections to platforms, and what came from there. */
export const integrationTables = (c: Columns, { shops }: AccessTables) => {
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
    /** Up to when products were, and what went wrong last; 0 where the first of them are still to come. */
    productsSweptTo: c.instant('products_swept_to').notNull().default(0),
    productsNote: c.text('products_note'),
    /** Where that goes on which was begun and had to make way: when it was begun, and the platform's cursor. */
    productsCursor: c.text('products_cursor'),
    connectedAt: c.instant('connected_at').notNull(),
    version: c.count('version').notNull(),
  });

  /** What is known of a platform's order besides its state: which snapshot it was of, and its refunds. */
  const platformOrders = c.table(
    'platform_orders',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      /** The newest snapshot: its time, whether it was asked for when nothing could change any more within that second (1), and its digest. */
      toldAt: c.instant('told_at').notNull(),
      rank: c.count('rank').notNull(),
      digest: c.text('digest').notNull(),
      /** Refunds the newest snapshot lists, and refunds that came by themselves, by id. */
      listed: c.json<PlatformRefunds>('listed').notNull(),
      told: c.json<PlatformRefunds>('told').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('platform_orders_by_told').on(t.shopId, t.toldAt),
    ],
  );

  /** The newest snapshot of a platform's customer, so that an old one changes nothing. */
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

  return { connections, platformOrders, platformCustomers, inbox };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof integrationTables> {}
}

export type ConnectionRow = Row<'connections'>;
export type PlatformOrderRow = Row<'platformOrders'>;
export type InboxRow = Row<'inbox'>;
