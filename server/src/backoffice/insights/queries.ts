import { and, asc, gt, isNull, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  one,
  rows,
  textArg,
  inShop,
} from '../../platform/store/statement.ts';

type AfterId = { shopId: string; afterId: string; limit: number };

export const selectInsights = rows<{ shopId: string }>()('selectInsights', (db, t) =>
  db.select().from(t.insights).where(inShop(t.insights)).limit(one),
);

export const upsertInsights = change()('upsertInsights', (db, t) =>
  db
    .insert(t.insights)
    .values(everyColumn(t.insights))
    .onConflictDoUpdate({
      target: t.insights.shopId,
      set: { document: sql`excluded.document`, takenAt: sql`excluded.taken_at` },
    }),
);

/** Orders of nobody who is known. */
export const walkOrdersOfNobody = rows<AfterId>()('walkOrdersOfNobody', (db, t) =>
  db
    .select({ id: t.orders.id, state: t.orders.state })
    .from(t.orders)
    .where(and(inShop(t.orders), isNull(t.orders.shopperId), gt(t.orders.id, textArg('afterId'))))
    .orderBy(asc(t.orders.id))
    .limit(arg('limit')),
);

/** What the ledger says of all shoppers, chain by chain. */
export const walkPostings = rows<{
  shopId: string;
  afterShopper: string;
  afterSequence: number;
  limit: number;
}>()('walkPostings', (db, t) =>
  db
    .select({
      shopperId: t.transactions.shopperId,
      sequence: t.transactions.sequence,
      effectiveAt: t.transactions.effectiveAt,
      issued: t.transactions.issued,
      redeemed: t.transactions.redeemed,
      expired: t.transactions.expired,
      adjusted: t.transactions.adjusted,
    })
    .from(t.transactions)
    .where(
      and(
        inShop(t.transactions),
        sql`(${t.transactions.shopperId}, ${t.transactions.sequence}) > (${textArg('afterShopper')}, ${arg('afterSequence')})`,
      ),
    )
    .orderBy(asc(t.transactions.shopperId), asc(t.transactions.sequence))
    .limit(arg('limit')),
);

/** When reviews were written here; what was imported from elsewhere is not counted. */
export const walkReviewTimes = rows<AfterId>()('walkReviewTimes', (db, t) =>
  db
    .select({ id: t.reviews.id, createdAt: t.reviews.createdAt })
    .from(t.reviews)
    .where(
      and(
        inShop(t.reviews),
        gt(t.reviews.id, textArg('afterId')),
        isNull(t.reviews.importedFrom),
        isNull(t.reviews.removedAt),
      ),
    )
    .orderBy(asc(t.reviews.id))
    .limit(arg('limit')),
);
