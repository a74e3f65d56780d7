import { sql } from 'drizzle-orm';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import type { Columns } from '../columns.ts';
import type { CapUse, LotMove, VoucherUse } from '../documents.ts';
import type { PersonTables } from './person-tables.ts';

/** Rewards that were taken, and codes that wait to be. */
export const rewardTables = (c: Columns, { shoppers }: PersonTables) => {
  const redemptions = c.table(
    'redemptions',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      rewardId: c.text('reward_id').notNull(),
      programVersion: c.count('program_version').notNull(),
      state: c.text('state').$type<RedemptionState>().notNull(),
      points: c.count('points').notNull(),
      /** Which lots the points came from, so that they can go back there. */
      allocations: c.json<readonly LotMove[]>('allocations').notNull(),
      valueMinor: c.count('value_minor').notNull(),
      currency: c.text('currency').notNull(),
      /** Caps and stocks it counts against, so that they are freed when it is given back. */
      caps: c
        .json<readonly CapUse[]>('caps')
        .notNull()
        .default(sql`'[]'`),
      /** What orders have used of the value so far, in the order of use. */
      uses: c
        .json<readonly VoucherUse[]>('uses')
        .notNull()
        .default(sql`'[]'`),
      /** Empty where there is no code: a donation, or something that is still to be fulfilled. */
      code: c.text('code').notNull(),
      /** Looked up instead of the code, so that an index walk tells a guesser nothing. */
      codeDigest: c.text('code_digest').notNull(),
      createdAt: c.instant('created_at').notNull(),
      expireAt: c.instant('expire_at').notNull(),
      endedAt: c.instant('ended_at'),
      orderId: c.text('order_id'),
      /** The merchant's word on it, such as a tracking number. */
      note: c.text('note'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('redemptions_by_code').on(t.shopId, t.codeDigest),
      c.index('redemptions_by_shopper').on(t.shopId, t.shopperId, t.state),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
      c.check('redemptions_cost_something', sql`points > 0`),
    ],
  );

  /** Codes a merchant uploaded for a reward. */
  const poolCodes = c.table(
    'pool_codes',
    {
      shopId: c.text('shop_id').notNull(),
      codeDigest: c.text('code_digest').notNull(),
      rewardId: c.text('reward_id').notNull(),
      code: c.text('code').notNull(),
      /** The redemption that took it; null while it waits. */
      redemptionId: c.text('redemption_id'),
      addedAt: c.instant('added_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.codeDigest] }),
      c
        .index('pool_codes_waiting')
        .on(t.shopId, t.rewardId, t.codeDigest)
        .where(sql`redemption_id is null`),
    ],
  );

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

  return { redemptions, poolCodes, draws, badges };
};
