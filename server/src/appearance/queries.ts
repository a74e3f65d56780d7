import { eq, sql } from 'drizzle-orm';
import { arg, change, forUpdate, rows, textArg } from '../store/statement.ts';
import type { Appearance } from '@okaeri/shared/appearance';

/** The shop's row, locked for this write. */
export const lockAppearance = rows<{ shopId: string }>()('lockAppearance', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.shops)
      .where(eq(t.shops.id, textArg('shopId'))),
  ),
);

/** Sets a shop's appearance; its version tells caches that it is another. */
export const setAppearance = change<{ shopId: string; appearance: Appearance; version: number }>()(
  'setAppearance',
  (db, t) =>
    db
      .update(t.shops)
      .set({
        appearance: arg('appearance') as never,
        appearanceVersion: sql`${arg('version')}`,
      })
      .where(eq(t.shops.id, textArg('shopId'))),
);
