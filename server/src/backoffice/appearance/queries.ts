import { eq } from 'drizzle-orm';
import { change, textArg, given } from '../../platform/store/statement.ts';
import type { Appearance } from '@okaeri/shared/appearance';

/** Sets a shop's appearance; its version shows caches that it is another. */
export const setAppearance = change<{
  shopId: string;
  appearance: Appearance;
  appearanceVersion: number;
}>()('setAppearance', (db, t) =>
  db
    .update(t.shops)
    .set(given(t.shops, 'appearance', 'appearanceVersion'))
    .where(eq(t.shops.id, textArg('shopId'))),
);
