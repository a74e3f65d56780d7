import type { Columns } from '../../platform/store/columns.ts';
import type { ReferralCheck } from '@okaeri/shared/referrals';
import type { Row } from '../../platform/store/tables.ts';

/** Friends who came by a recommendation. */
export const referralTables = (c: Columns) => {
  /** A friend who came by somebody's recommendation, and what was decided about it. */
  const referrals = c.table(
    'referrals',
    {
      shopId: c.text('shop_id').notNull(),
      /** The friend's order. */
      orderId: c.text('order_id').notNull(),
      referrerId: c.text('referrer_id').notNull(),
      friendId: c.text('friend_id').notNull(),
      programVersion: c.count('program_version').notNull(),
      state: c.text('state').$type<'approved' | 'doubtful' | 'declined'>().notNull(),
      decisions: c.json<readonly ReferralCheck[]>('decisions').notNull(),
      /** Keyed digest of the address the order came from: enough to count, useless to trace. */
      addressDigest: c.text('address_digest'),
      createdAt: c.instant('created_at').notNull(),
      decidedAt: c.instant('decided_at'),
      version: c.count('version').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.orderId] }),
      c.index('referrals_by_referrer').on(t.shopId, t.referrerId, t.createdAt),
      c.index('referrals_by_friend').on(t.shopId, t.friendId),
      c.index('referrals_by_address').on(t.shopId, t.addressDigest, t.createdAt),
      c.index('referrals_by_state').on(t.shopId, t.state, t.createdAt),
    ],
  );

  return { referrals };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof referralTables> {}
}

export type ReferralRow = Row<'referrals'>;
