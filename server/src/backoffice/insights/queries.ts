import { and, asc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
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

/** What the ledger says of all shoppers' lots up to an instant, chain by chain. */
export const walkLotMoves = rows<{
  shopId: string;
  before: number;
  afterShopper: string;
  afterSequence: number;
  limit: number;
}>()('walkLotMoves', (db, t) =>
  db
    .select({
      shopperId: t.transactions.shopperId,
      sequence: t.transactions.sequence,
      kind: t.transactions.kind,
      awardId: t.transactions.awardId,
      redemptionId: t.transactions.redemptionId,
      pending: t.transactions.pending,
      available: t.transactions.available,
      held: t.transactions.held,
      issued: t.transactions.issued,
      redeemed: t.transactions.redeemed,
      adjusted: t.transactions.adjusted,
      effectiveAt: t.transactions.effectiveAt,
      lots: t.transactions.lots,
    })
    .from(t.transactions)
    .where(
      and(
        inShop(t.transactions),
        sql`(${t.transactions.shopperId}, ${t.transactions.sequence}) > (${textArg('afterShopper')}, ${arg('afterSequence')})`,
        lt(t.transactions.effectiveAt, arg('before')),
      ),
    )
    .orderBy(asc(t.transactions.shopperId), asc(t.transactions.sequence))
    .limit(arg('limit')),
);

/** Into whom shoppers were merged. */
export const selectHeirs = rows<{ shopId: string }>()('selectHeirs', (db, t) =>
  db
    .select({ id: t.shoppers.id, mergedInto: t.shoppers.mergedInto })
    .from(t.shoppers)
    .where(and(inShop(t.shoppers), isNotNull(t.shoppers.mergedInto))),
);

/** Lots that have expired by an instant, though no row of the ledger says so yet. */
export const selectOverdueLots = rows<{ shopId: string; before: number }>()(
  'selectOverdueLots',
  (db, t) =>
    db
      .select({ id: t.awards.id })
      .from(t.awards)
      .where(
        and(
          inShop(t.awards),
          eq(t.awards.matured, sql`true`),
          gt(t.awards.lotPoints, sql`0`),
          lt(t.awards.dueAt, arg('before')),
        ),
      ),
);

export const selectFigure = rows<{ shopId: string; key: string }>()('selectFigure', (db, t) =>
  db
    .select()
    .from(t.keptFigures)
    .where(and(inShop(t.keptFigures), eq(t.keptFigures.key, textArg('key'))))
    .limit(one),
);

export const upsertFigure = change()('upsertFigure', (db, t) =>
  db
    .insert(t.keptFigures)
    .values(everyColumn(t.keptFigures))
    .onConflictDoUpdate({
      target: [t.keptFigures.shopId, t.keptFigures.key],
      set: {
        document: sql`excluded.document`,
        takenAt: sql`excluded.taken_at`,
        keptAt: sql`excluded.kept_at`,
      },
    }),
);

export const deleteFiguresBefore = change<{ before: number }>()('deleteFiguresBefore', (db, t) =>
  db.delete(t.keptFigures).where(lt(t.keptFigures.keptAt, arg('before'))),
);
