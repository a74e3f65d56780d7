import { sql } from 'drizzle-orm';
import type { Columns } from '../columns.ts';
import type { SourceKind } from '@okaeri/shared/ledger';
import type {
  Grant,
  LotMove,
  MergeRecord,
  OwnerContext,
  PostingKind,
  StoredReceipt,
} from '../documents.ts';
import type { PersonTables } from './person-tables.ts';
import type { ShopTables } from './shop-tables.ts';

/** Orders, what they earned, and the ledger. */
export const ledgerTables = (c: Columns, { shops }: ShopTables, { shoppers }: PersonTables) => {
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
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
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

  /** What one source earned one shopper, together with the lot it opened (decision 004). */
  const awards = c.table(
    'awards',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      sourceKind: c.text('source_kind').$type<SourceKind>().notNull(),
      sourceId: c.text('source_id').notNull(),
      /** Which rule or campaign of the source it is. */
      part: c.text('part').notNull().default(''),
      /** Whom it was first for; a merge moves the award and leaves this. */
      originId: c.text('origin_id').notNull().default(''),
      programVersion: c.count('program_version').notNull(),
      posted: c.count('posted').notNull(),
      forgiven: c.count('forgiven').notNull(),
      /** What of it counts for tiers. */
      countedPoints: c.count('counted_points').notNull().default(0),
      countedSpendMinor: c.count('counted_spend_minor').notNull().default(0),
      countedOrders: c.count('counted_orders').notNull().default(0),
      lotPoints: c.count('lot_points').notNull(),
      matured: c.flag('matured').notNull(),
      matureAt: c.instant('mature_at').notNull(),
      expireAt: c.instant('expire_at').notNull(),
      /** Days without activity after which the lot expires; 0 when it does not. */
      idleDays: c.count('idle_days').notNull().default(0),
      /** Limited-time points, which have an expiry of their own. */
      limited: c.flag('limited').notNull().default(false),
      /** What a cap or a budget granted; null where nothing limits the award. */
      grant: c.json<Grant | null>('grant'),
      /** When the lot changes by itself: it expires when it has matured, else it matures. */
      dueAt: c.instant('due_at').notNull(),
      /** Line ids in the order receipts number them; they live here because this row can be erased. */
      lineIds: c.json<readonly string[]>('line_ids').notNull(),
      borrowed: c.json<readonly LotMove[]>('borrowed').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('awards_by_source').on(t.shopId, t.sourceKind, t.sourceId, t.part, t.originId),
      c
        .index('awards_with_points')
        .on(t.shopId, t.shopperId, t.matured, t.dueAt)
        .where(sql`lot_points > 0`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('awards_lot_not_negative', sql`lot_points >= 0`),
      c.check('awards_forgiven_not_negative', sql`forgiven >= 0`),
    ],
  );

  /** The ledger. One row is one double-entry transaction: a column per account, and the columns sum to zero. */
  const transactions = c.table(
    'transactions',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      sequence: c.count('sequence').notNull(),
      kind: c.text('kind').$type<PostingKind>().notNull(),
      awardId: c.text('award_id'),
      redemptionId: c.text('redemption_id'),
      pending: c.count('pending').notNull(),
      available: c.count('available').notNull(),
      held: c.count('held').notNull(),
      issued: c.count('issued').notNull(),
      redeemed: c.count('redeemed').notNull(),
      expired: c.count('expired').notNull(),
      adjusted: c.count('adjusted').notNull(),
      /** What it counts for tiers: points earned, money spent, orders. */
      countedPoints: c.count('counted_points').notNull().default(0),
      countedSpendMinor: c.count('counted_spend_minor').notNull().default(0),
      countedOrders: c.count('counted_orders').notNull().default(0),
      effectiveAt: c.instant('effective_at').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      lots: c.json<readonly LotMove[]>('lots').notNull(),
      /** For a merge: the head of the other chain, and what it brings. */
      merge: c.json<MergeRecord | null>('merge'),
      receipt: c.json<StoredReceipt | null>('receipt'),
      previousHash: c.text('previous_hash').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.sequence] }),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check(
        'transactions_sum_to_zero',
        sql`pending + available + held + issued + redeemed + expired + adjusted = 0`,
      ),
    ],
  );

  /** How much of a cap, a budget or a stock is used: by a shopper, or by all (an empty id). */
  const usages = c.table(
    'usages',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** What is limited, such as `rule:visit` or `campaign:spring`. */
      subject: c.text('subject').notNull(),
      /** The beginning of the period it counts in; 0 for a lifetime. */
      periodAt: c.instant('period_at').notNull(),
      times: c.count('times').notNull(),
      points: c.count('points').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.subject, t.periodAt] }),
      // What was looked at counts on its day alone; whatever else is counted may be asked for again.
      c
        .index('usages_seen')
        .on(t.periodAt)
        .where(sql`subject = 'seen'`),
    ],
  );

  return { orders, awards, transactions, usages };
};
