import type { Columns } from '../../platform/store/columns.ts';
import type { AccessTables } from '../../access/tables.ts';

/** Products, as they were last received. */
export const productTables = (c: Columns, { shops }: AccessTables) => {
  const products = c.table(
    'products',
    {
      shopId: c
        .text('shop_id')
        .notNull()
        .references(() => shops.id),
      id: c.text('id').notNull(),
      /** When the newest state was true, and the state as it came; null where only its end was told. */
      updatedAt: c.instant('updated_at').notNull(),
      state: c.json<unknown>('state'),
      /** When it was taken out last. It is there again where its state is newer. */
      deletedAt: c.instant('deleted_at'),
      version: c.count('version').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.id] })],
  );

  /** How many products of a shop there are. */
  const productTallies = c.table('product_tallies', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    products: c.count('products').notNull(),
  });

  return { products, productTallies };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof productTables> {}
}
