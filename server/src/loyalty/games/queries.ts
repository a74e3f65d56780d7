import { and, desc, eq } from 'drizzle-orm';
import { arg, change, everyColumn, rows, textArg, inShop } from '../../platform/store/statement.ts';

export const insertBadge = change()('insertBadge', (db, t) =>
  db.insert(t.badges).values(everyColumn(t.badges)).onConflictDoNothing(),
);

export const deleteBadge = change()('deleteBadge', (db, t) =>
  db
    .delete(t.badges)
    .where(
      and(
        inShop(t.badges),
        eq(t.badges.shopperId, textArg('shopperId')),
        eq(t.badges.badgeId, textArg('badgeId')),
      ),
    ),
);

export const selectBadges = rows<{ shopId: string; shopperId: string }>()('selectBadges', (db, t) =>
  db
    .select({ badgeId: t.badges.badgeId, wonAt: t.badges.wonAt })
    .from(t.badges)
    .where(and(inShop(t.badges), eq(t.badges.shopperId, textArg('shopperId')))),
);

export const selectDraw = rows<{ shopId: string; giftId: string; orderId: string }>()(
  'selectDraw',
  (db, t) =>
    db
      .select()
      .from(t.draws)
      .where(
        and(
          inShop(t.draws),
          eq(t.draws.giftId, textArg('giftId')),
          eq(t.draws.orderId, textArg('orderId')),
        ),
      ),
);

export const insertDraw = change()('insertDraw', (db, t) =>
  db.insert(t.draws).values(everyColumn(t.draws)),
);

/** Draws of a gift, the newest first, after a place. */
export const selectDraws = rows<{ shopId: string; giftId: string; limit: number }>()(
  'selectDraws',
  (db, t) =>
    db
      .select()
      .from(t.draws)
      .where(and(inShop(t.draws), eq(t.draws.giftId, textArg('giftId'))))
      .orderBy(desc(t.draws.drawnAt), desc(t.draws.orderId))
      .limit(arg('limit')),
);
