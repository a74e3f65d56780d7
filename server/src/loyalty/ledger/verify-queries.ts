import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { arg, rows, textArg, inShop } from '../../platform/store/statement.ts';
import { ofShopper } from './queries.ts';

type ShopperKey = { shopId: string; shopperId: string };

/** Every shopper of a shop (or of all shops), in the order of the key, a page at a time. */
export const selectShoppersAfter = rows<{
  shopId: string;
  afterShopId: string;
  afterId: string;
  limit: number;
}>()('selectShoppersAfter', (db, t) =>
  db
    .select({ shopId: t.shoppers.shopId, shopperId: t.shoppers.id })
    .from(t.shoppers)
    .where(
      and(
        or(sql`${arg('shopId')} = ''`, inShop(t.shoppers)),
        or(
          gt(t.shoppers.shopId, textArg('afterShopId')),
          and(eq(t.shoppers.shopId, textArg('afterShopId')), gt(t.shoppers.id, textArg('afterId'))),
        ),
      ),
    )
    .orderBy(asc(t.shoppers.shopId), asc(t.shoppers.id))
    .limit(arg('limit')),
);

/** A shopper's row as it stands. */
export const selectShopper = rows<ShopperKey>()('selectShopper', (db, t) =>
  db
    .select()
    .from(t.shoppers)
    .where(and(inShop(t.shoppers), eq(t.shoppers.id, textArg('shopperId')))),
);

/** A stretch of a shopper's chain, oldest first. */
export const selectChain = rows<ShopperKey & { after: number; limit: number }>()(
  'selectChain',
  (db, t) =>
    db
      .select()
      .from(t.transactions)
      .where(and(ofShopper(t.transactions), gt(t.transactions.sequence, arg('after'))))
      .orderBy(asc(t.transactions.sequence))
      .limit(arg('limit')),
);

/** Every lot of a shopper that has points. */
export const selectOpenLots = rows<ShopperKey>()('selectOpenLots', (db, t) =>
  db
    .select()
    .from(t.awards)
    .where(and(ofShopper(t.awards), gt(t.awards.lotPoints, sql`0`))),
);
