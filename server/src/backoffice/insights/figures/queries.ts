import { and, asc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  inShop,
  one,
  rows,
  textArg,
} from '../../../platform/store/statement.ts';

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

/** Messages of marketing that were planned, by time: whom they were drawn for, and what became of them. */
export const walkMarketing = rows<{
  shopId: string;
  afterAt: number;
  afterId: string;
  before: number;
  limit: number;
}>()('walkMarketing', (db, t) =>
  db
    .select({
      id: t.touches.id,
      shopperId: t.touches.shopperId,
      arm: t.touches.arm,
      channel: t.touches.channel,
      decision: t.touches.decision,
      plannedAt: t.touches.plannedAt,
      unsubscribedAt: t.touches.unsubscribedAt,
      complainedAt: t.touches.complainedAt,
    })
    .from(t.touches)
    .where(
      and(
        inShop(t.touches),
        sql`(${t.touches.plannedAt}, ${t.touches.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
        lt(t.touches.plannedAt, arg('before')),
        eq(t.touches.touchClass, sql`'marketing'`),
      ),
    )
    .orderBy(asc(t.touches.plannedAt), asc(t.touches.id))
    .limit(arg('limit')),
);

/** How many stars shoppers gave here, and when. */
export const walkRatings = rows<{
  shopId: string;
  afterId: string;
  before: number;
  limit: number;
}>()('walkRatings', (db, t) =>
  db
    .select({
      id: t.reviews.id,
      shopperId: t.reviews.shopperId,
      rating: t.reviews.rating,
      createdAt: t.reviews.createdAt,
    })
    .from(t.reviews)
    .where(
      and(
        inShop(t.reviews),
        gt(t.reviews.id, textArg('afterId')),
        isNotNull(t.reviews.shopperId),
        isNull(t.reviews.importedFrom),
        isNull(t.reviews.removedAt),
        lt(t.reviews.createdAt, arg('before')),
      ),
    )
    .orderBy(asc(t.reviews.id))
    .limit(arg('limit')),
);
