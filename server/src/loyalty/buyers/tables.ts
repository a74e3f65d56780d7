import type { AccessTables } from '../../access/tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { BuyerScale } from './scale-rules.ts';

/** What single buyers are measured by. */
export const buyerTables = (c: Columns, { shops }: AccessTables) => {
  /** What the shop's figures come to, as far as one buyer is measured by them: made again each day. */
  const buyerScales = c.table('buyer_scales', {
    shopId: c
      .text('shop_id')
      .primaryKey()
      .references(() => shops.id),
    document: c.json<BuyerScale>('document').notNull(),
    takenAt: c.instant('taken_at').notNull(),
  });
  return { buyerScales };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof buyerTables> {}
}
