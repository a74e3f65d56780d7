import type { Stage } from '@okaeri/shared/segments';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What shoppers are found by, and who was erased. */
export const shopperTables = (c: Columns) => {
  /**
   * What shoppers are found by, a row for each: derived from their rows, and made again at any time.
   * Terms are hexadecimal, so that they are in the same order under every collation.
   */
  const shopperTerms = c.table(
    'shopper_terms',
    {
      shopId: c.text('shop_id').notNull(),
      term: c.text('term').notNull(),
      shopperId: c.text('shopper_id').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.term, t.shopperId] }),
      // With the term in it: else SQLite reads all of the shop's from the key, which has all columns.
      c.index('shopper_terms_of').on(t.shopId, t.shopperId, t.term),
    ],
  );

  /** Shoppers whose terms are to be made anew. */
  const shopperChanges = c.table(
    'shopper_changes',
    { shopId: c.text('shop_id').notNull(), shopperId: c.text('shopper_id').notNull() },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId] })],
  );

  /** People who were erased, by keyed digest, so that their later orders find the row without a name. */
  const erasures = c.table(
    'erasures',
    {
      shopId: c.text('shop_id').notNull(),
      digest: c.text('digest').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      erasedAt: c.instant('erased_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.digest] })],
  );

  /** What lists of shoppers are ordered by: derived from their rows some seconds after they change. */
  const shopperRanks = c.table(
    'shopper_ranks',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** The folded name, hexadecimal for the same reason as terms. */
      nameKey: c.text('name_key').notNull(),
      available: c.count('available').notNull(),
      pending: c.count('pending').notNull(),
      orderCount: c.count('order_count').notNull(),
      spendMinor: c.count('spend_minor').notNull(),
      /** 0 where there is no order. */
      lastOrderAt: c.instant('last_order_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId] }),
      c.index('shopper_ranks_by_name').on(t.shopId, t.nameKey, t.shopperId),
      c.index('shopper_ranks_by_available').on(t.shopId, t.available, t.shopperId),
      c.index('shopper_ranks_by_pending').on(t.shopId, t.pending, t.shopperId),
      c.index('shopper_ranks_by_orders').on(t.shopId, t.orderCount, t.shopperId),
      c.index('shopper_ranks_by_spend').on(t.shopId, t.spendMinor, t.shopperId),
      c.index('shopper_ranks_by_last_order').on(t.shopId, t.lastOrderAt, t.shopperId),
    ],
  );

  /** Who went from which stage to which, a row for a shopper and local day: how long people stay is counted by these. */
  const stageChanges = c.table(
    'stage_changes',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** Counted from 1970-01-01, in the zone of the programme. */
      day: c.count('day').notNull(),
      /** Where they stood when the day began; null of whoever was placed for the first time. */
      fromStage: c.text('from_stage').$type<Stage>(),
      toStage: c.text('to_stage').$type<Stage>().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.shopperId, t.day] }),
      c.index('stage_changes_by_day').on(t.shopId, t.day, t.shopperId),
    ],
  );

  return { shopperTerms, shopperChanges, shopperRanks, stageChanges, erasures };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof shopperTables> {}
}

export type ShopperRankRow = Row<'shopperRanks'>;
