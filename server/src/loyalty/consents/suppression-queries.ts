import { and, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, inShop, rows, textArg } from '../../platform/store/statement.ts';
import type { SuppressionReason } from './tables.ts';

type Address = { shopId: string; addressDigest: string };

export const selectSuppressions = rows<Address>()('selectSuppressions', (db, t) =>
  db
    .select()
    .from(t.suppressions)
    .where(and(inShop(t.suppressions), eq(t.suppressions.addressDigest, textArg('addressDigest')))),
);

/** Saying so again leaves the first time. */
export const insertSuppression = change<Address & { reason: SuppressionReason; at: number }>()(
  'insertSuppression',
  (db, t) => db.insert(t.suppressions).values(everyColumn(t.suppressions)).onConflictDoNothing(),
);

/** The same where it was said before a time. */
export const deleteFormerSuppression = change<
  Address & { reason: SuppressionReason; before: number }
>()('deleteFormerSuppression', (db, t) =>
  db
    .delete(t.suppressions)
    .where(
      and(
        inShop(t.suppressions),
        eq(t.suppressions.addressDigest, textArg('addressDigest')),
        eq(t.suppressions.reason, sql`${arg('reason')}`),
        sql`${t.suppressions.at} < ${arg('before')}`,
      ),
    ),
);

export const deleteSuppression = change<Address & { reason: SuppressionReason }>()(
  'deleteSuppression',
  (db, t) =>
    db
      .delete(t.suppressions)
      .where(
        and(
          inShop(t.suppressions),
          eq(t.suppressions.addressDigest, textArg('addressDigest')),
          eq(t.suppressions.reason, sql`${arg('reason')}`),
        ),
      ),
);
