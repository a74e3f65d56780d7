import type { OrderStanding } from '@okaeri/shared/list-words';
import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';

import type { BoughtAs } from './rules/purchase-rules.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import type { AccessTables } from '../../access/tables.ts';
import type { AccountTables } from '../ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** Orders, as they were last received. */
export const orderTables = (c: Columns, { shops, shoppers }: AccessTables & AccountTables) => {
  const orders = c.table(
    'orders',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id'),
      updatedAt: c.instant('updated_at').notNull(),
      currency: c.text('currency').notNull(),
      toShopRate: c.text('to_shop_rate'),
      programVersion: c.count('program_version').notNull(),
      /** The newest state as it came: its canonical form settles ties, so nothing is filled in. */
      state: c.json<unknown>('state').notNull(),
      /** What was found out about each owner when the order first needed it; it is never asked again. */
      contexts: c
        .json<Readonly<Record<string, OwnerContext>>>('contexts')
        .notNull()
        .default(sql`'{}'`),
      /** When it was delivered, else sent: from then on its products can be asked about; null where they cannot. */
      arrivedAt: c.instant('arrived_at'),
      version: c.count('version').notNull(),
      /** What lists of orders are ordered and narrowed by, read out of the state with it. */
      placedAt: c.instant('placed_at').notNull().default(0),
      standing: c.text('standing').$type<OrderStanding>().notNull().default('unpaid'),
      /** What the order is found by when its number is typed; empty until it was read out of the state. */
      numberKey: c.text('number_key').notNull().default(''),
      /** What of it stands in its owner's purchase days. */
      boughtAs: c.text('bought_as').$type<BoughtAs>().notNull().default('nothing'),
      boughtOn: c.count('bought_on'),
      boughtMinor: c.count('bought_minor').notNull().default(0),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('orders_by_placing').on(t.shopId, t.placedAt, t.id),
      c.index('orders_by_standing').on(t.shopId, t.standing, t.placedAt, t.id),
      c.index('orders_by_number').on(t.shopId, t.numberKey, t.id),
      c
        .index('orders_unread')
        .on(t.shopId, t.id)
        .where(sql`number_key = ''`),
      c.index('orders_by_shopper').on(t.shopId, t.shopperId, t.id),
      c
        .index('orders_arrived')
        .on(t.shopId, t.shopperId, t.arrivedAt)
        .where(sql`arrived_at is not null`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  /**
   * On which local days shoppers have bought, a row for each (E70): every figure about purchases is made of these.
   * They move with each order, within its write. No column points at shoppers: their rows are locked by whoever writes
   * here, and an earn need not look for them again.
   */
  const purchaseDays = c.table(
    'purchase_days',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** Counted from 1970-01-01, in the zone of the programme. */
      day: c.count('day').notNull(),
      /** Kept orders with goods worth more than nothing. */
      orders: c.count('orders').notNull(),
      /** What they are worth in the shop's currency, without tax and shipping. */
      valueMinor: c.count('value_minor').notNull(),
      /** Kept orders that cost nothing. */
      freeOrders: c.count('free_orders').notNull(),
      /** Of the orders with goods, those that have no rate into the shop's currency: they are worth nothing here. */
      withoutRate: c.count('without_rate').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId, t.day] })],
  );

  /** By which zone and currency a shop's purchase days are kept, and how far they have been counted by them. */
  const purchaseDayTerms = c.table('purchase_day_terms', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    timeZone: c.text('time_zone').notNull(),
    currency: c.text('currency').notNull(),
    /** The programme these were last compared with. */
    programVersion: c.count('program_version').notNull(),
    /** The last shopper whose days have been counted by these terms; null once everybody's have. */
    countedTo: c.text('counted_to'),
  });

  return { orders, purchaseDays, purchaseDayTerms };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof orderTables> {}
}

export type OrderRow = Row<'orders'>;
