import { and, asc, eq, gt, lt, ne, notExists, sql } from 'drizzle-orm';
import { arg, inShop, rows, textArg } from '../../../platform/store/statement.ts';

/** Messages that were planned, by time, without those of service: whom they were drawn for, and whether they came. */
export const walkTouches = rows<{
  shopId: string;
  afterAt: number;
  afterId: string;
  before: number;
  limit: number;
}>()('walkTouches', (db, t) =>
  db
    .select({
      id: t.touches.id,
      shopperId: t.touches.shopperId,
      kind: t.touches.kind,
      arm: t.touches.arm,
      plannedAt: t.touches.plannedAt,
      decision: t.touches.decision,
      decidedAt: t.touches.decidedAt,
    })
    .from(t.touches)
    .where(
      and(
        inShop(t.touches),
        sql`(${t.touches.plannedAt}, ${t.touches.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
        lt(t.touches.plannedAt, arg('before')),
        ne(t.touches.touchClass, sql`'service'`),
      ),
    )
    .orderBy(asc(t.touches.plannedAt), asc(t.touches.id))
    .limit(arg('limit')),
);

/** Changes of stage, shopper by shopper. */
export const walkSteps = rows<{
  shopId: string;
  afterShopper: string;
  afterDay: number;
  limit: number;
}>()('walkSteps', (db, t) =>
  db
    .select()
    .from(t.stageChanges)
    .where(
      and(
        inShop(t.stageChanges),
        sql`(${t.stageChanges.shopperId}, ${t.stageChanges.day}) > (${textArg('afterShopper')}, ${arg('afterDay')})`,
      ),
    )
    .orderBy(asc(t.stageChanges.shopperId), asc(t.stageChanges.day))
    .limit(arg('limit')),
);

/** Shoppers in a stage who have no recorded change of stage and were created before an instant. */
export const walkStanding = rows<{
  shopId: string;
  term: string;
  before: number;
  afterId: string;
  limit: number;
}>()('walkStanding', (db, t) =>
  db
    .select({ shopperId: t.shopperTerms.shopperId })
    .from(t.shopperTerms)
    .innerJoin(
      t.shoppers,
      and(
        eq(t.shoppers.shopId, t.shopperTerms.shopId),
        eq(t.shoppers.id, t.shopperTerms.shopperId),
        lt(t.shoppers.createdAt, arg('before')),
      ),
    )
    .where(
      and(
        inShop(t.shopperTerms),
        eq(t.shopperTerms.term, textArg('term')),
        gt(t.shopperTerms.shopperId, textArg('afterId')),
        notExists(
          db
            .select({ day: t.stageChanges.day })
            .from(t.stageChanges)
            .where(
              and(
                eq(t.stageChanges.shopId, t.shopperTerms.shopId),
                eq(t.stageChanges.shopperId, t.shopperTerms.shopperId),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(t.shopperTerms.shopperId))
    .limit(arg('limit')),
);
