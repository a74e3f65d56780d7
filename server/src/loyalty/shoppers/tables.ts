import type { Columns } from '../../platform/store/columns.ts';

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

  return { shopperTerms, shopperChanges, erasures };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof shopperTables> {}
}
