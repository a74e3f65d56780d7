import { eq, sql } from 'drizzle-orm';
import { arg, change, textArg } from '../../platform/store/statement.ts';
import type { Appearance } from '@okaeri/shared/appearance';

/** Sets a shop's appearance; its version tells caches that it is another. */
export const setAppearance = change<{ shopId: string; document: Appearance; version: number }>()(
  'setAppearance',
  (db, t) =>
    db
      .update(t.shops)
      .set({
        appearance: arg('document') as never,
        appearanceVersion: sql`${arg('version')}`,
      })
      .where(eq(t.shops.id, textArg('shopId'))),
);
