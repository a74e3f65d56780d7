import { and, asc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  forUpdate,
  given,
  idPlaces,
  inShop,
  rows,
  textArg,
  type Ids,
} from '../../platform/store/statement.ts';

type ProductKey = { shopId: string; id: string };

/** How many ids one statement asks for. */
export const IDS_MAX = 50;

const { isIn, toPlaces } = idPlaces(IDS_MAX);
export { toPlaces };

export const selectProduct = rows<ProductKey>()('selectProduct', (db, t) =>
  db.select().from(t.products).where(byKey(t.products)),
);

export const lockProduct = rows<ProductKey>()('lockProduct', (db, t) =>
  forUpdate(db.select().from(t.products).where(byKey(t.products))),
);

export const selectProductsById = rows<{ shopId: string } & Ids>()('selectProductsById', (db, t) =>
  db
    .select()
    .from(t.products)
    .where(and(inShop(t.products), isIn(t.products.id))),
);

/** Products there are, in the order of their ids. */
export const selectProductsAfter = rows<{ shopId: string; after: string; limit: number }>()(
  'selectProductsAfter',
  (db, t) =>
    db
      .select()
      .from(t.products)
      .where(
        and(
          inShop(t.products),
          gt(t.products.id, textArg('after')),
          isNotNull(t.products.state),
          or(isNull(t.products.deletedAt), lt(t.products.deletedAt, t.products.updatedAt)),
        ),
      )
      .orderBy(asc(t.products.id))
      .limit(arg('limit')),
);

/** Gives no row when another server process has inserted the product first. */
export const insertProduct = rows()('insertProduct', (db, t) =>
  db
    .insert(t.products)
    .values(everyColumn(t.products))
    .onConflictDoNothing()
    .returning({ id: t.products.id }),
);

export const updateProduct = change()('updateProduct', (db, t) =>
  db
    .update(t.products)
    .set({
      ...given(t.products, 'updatedAt', 'state', 'deletedAt'),
      version: sql`${t.products.version} + 1`,
    })
    .where(byKey(t.products)),
);

/** A tally of nothing, where a shop has none yet. */
export const touchProductTally = change<{ shopId: string }>()('touchProductTally', (db, t) =>
  db
    .insert(t.productTallies)
    .values({ ...everyColumn(t.productTallies), products: sql`0` })
    .onConflictDoNothing(),
);

export const lockProductTally = rows<{ shopId: string }>()('lockProductTally', (db, t) =>
  forUpdate(db.select().from(t.productTallies).where(inShop(t.productTallies))),
);

export const changeProductTally = change<{ shopId: string; by: number }>()(
  'changeProductTally',
  (db, t) =>
    db
      .update(t.productTallies)
      .set({ products: sql`${t.productTallies.products} + ${arg('by')}` })
      .where(eq(t.productTallies.shopId, textArg('shopId'))),
);
