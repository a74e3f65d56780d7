import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';
import type { SourceKind } from '@okaeri/shared/ledger';
import type { Grant, LotMove, MergeRecord, PostingKind, StoredReceipt } from './documents.ts';
import type { AccountTables } from './account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** The ledger: awards with their lots, transactions, and how much of each cap is used. */
export const ledgerTables = (c: Columns, { shoppers }: AccountTables) => {
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

  /** Why a merchant changed points by hand; the words live here because ledger rows outlive people. */
  const adjustments = c.table(
    'adjustments',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      points: c.count('points').notNull(),
      reason: c.text('reason').notNull(),
      note: c.text('note'),
      countsForLifetime: c.flag('counts_for_lifetime').notNull(),
      /** The file it came with, for undoing it whole. */
      batchId: c.text('batch_id'),
      undoneAt: c.instant('undone_at'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('adjustments_by_batch').on(t.shopId, t.batchId),
      c.index('adjustments_by_shopper').on(t.shopId, t.shopperId),
    ],
  );

  return { awards, transactions, usages, adjustments };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof ledgerTables> {}
}

export type AwardRow = Row<'awards'>;
export type TransactionRow = Row<'transactions'>;
export type UsageRow = Row<'usages'>;
export type AdjustmentRow = Row<'adjustments'>;
