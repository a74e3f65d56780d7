import type { Columns } from '../../platform/store/columns.ts';
import { sql } from 'drizzle-orm';

/** Codes that wait to be taken. */
export const rewardTables = (c: Columns) => {
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

  return { poolCodes };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof rewardTables> {}
}
