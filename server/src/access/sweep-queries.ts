import { and, count, eq, gte, sql } from 'drizzle-orm';
import { arg, rows, textArg, inShop } from '../platform/store/statement.ts';

type Swept = { before: number; limit: number };

/** Lines of the log from before a time, the oldest first. */
export const deleteOldActs = rows<Swept>()('deleteOldActs', (db, t) =>
  db
    .delete(t.acts)
    .where(
      sql`(${t.acts.shopId}, ${t.acts.id}) in (select old.shop_id, old.id from ${t.acts} as old where old.at < ${arg('before')} order by old.at limit ${arg('limit')})`,
    )
    .returning({ id: t.acts.id }),
);

/** Invitations that were taken, or ended, before a time. One that never ends stays until it is taken. */
export const deleteOldInvitations = rows<Swept>()('deleteOldInvitations', (db, t) =>
  db
    .delete(t.invitations)
    .where(
      sql`${t.invitations.id} in (select old.id from ${t.invitations} as old where coalesce(old.accepted_at, old.expires_at) < ${arg('before')} limit ${arg('limit')})`,
    )
    .returning({ id: t.invitations.id }),
);

/** How often an operation of somebody came to a status since a time. */
export const countActsSince = rows<{
  shopId: string;
  userId: string;
  operation: string;
  status: number;
  since: number;
}>()('countActsSince', (db, t) =>
  db
    .select({ total: sql<number | string>`${count()}`.as('total') })
    .from(t.acts)
    .where(
      and(
        gte(t.acts.at, arg('since')),
        inShop(t.acts),
        eq(t.acts.userId, textArg('userId')),
        eq(t.acts.operation, textArg('operation')),
        eq(t.acts.status, arg('status')),
      ),
    ),
);
