import type { Columns } from '../../platform/store/columns.ts';

/** Draws of gifts, and badges. */
export const gameTables = (c: Columns) => {
  /** Draws of gifts, each with what it was drawn from, so that it can be drawn again. */
  const draws = c.table(
    'draws',
    {
      shopId: c.text('shop_id').notNull(),
      giftId: c.text('gift_id').notNull(),
      orderId: c.text('order_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      /** Of a million; below the gift's probability it is won. */
      drawn: c.count('drawn').notNull(),
      won: c.flag('won').notNull(),
      drawnAt: c.instant('drawn_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.giftId, t.orderId] })],
  );

  /** Badges a shopper has won. */
  const badges = c.table(
    'badges',
    {
      shopId: c.text('shop_id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      badgeId: c.text('badge_id').notNull(),
      wonAt: c.instant('won_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.shopperId, t.badgeId] })],
  );

  return { draws, badges };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof gameTables> {}
}
