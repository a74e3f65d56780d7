import { and, asc, eq, gt, gte, isNotNull, isNull, lt, min, sql } from 'drizzle-orm';
import { arg, inShop, one, rows, textArg } from '../../../platform/store/statement.ts';

type Within = { shopId: string; from: number; before: number; afterId: string; limit: number };

/** Who took a reward, and when; what was given back was not taken. */
export const walkRedeemed = rows<Within>()('walkRedeemed', (db, t) =>
  db
    .select({
      id: t.redemptions.id,
      shopperId: t.redemptions.shopperId,
      createdAt: t.redemptions.createdAt,
    })
    .from(t.redemptions)
    .where(
      and(
        inShop(t.redemptions),
        gt(t.redemptions.id, textArg('afterId')),
        gte(t.redemptions.createdAt, arg('from')),
        lt(t.redemptions.createdAt, arg('before')),
        sql`${t.redemptions.state} not in ('releasing', 'released')`,
      ),
    )
    .orderBy(asc(t.redemptions.id))
    .limit(arg('limit')),
);

/** Scores that were given, as they stand in the figures of surveys. */
export const walkScores = rows<Within>()('walkScores', (db, t) =>
  db
    .select({
      id: t.surveyTallies.responseId,
      surveyId: t.surveyTallies.surveyId,
      kind: t.surveys.kind,
      at: t.surveyTallies.at,
      cells: t.surveyTallies.cells,
    })
    .from(t.surveyTallies)
    .innerJoin(
      t.surveys,
      and(eq(t.surveys.shopId, t.surveyTallies.shopId), eq(t.surveys.id, t.surveyTallies.surveyId)),
    )
    .where(
      and(
        inShop(t.surveyTallies),
        gt(t.surveyTallies.responseId, textArg('afterId')),
        gte(t.surveyTallies.at, arg('from')),
        lt(t.surveyTallies.at, arg('before')),
        isNull(t.surveys.deletedAt),
      ),
    )
    .orderBy(asc(t.surveyTallies.responseId))
    .limit(arg('limit')),
);

/** Who went from which stage to which since a day, shopper by shopper. */
export const walkStageChanges = rows<{
  shopId: string;
  from: number;
  afterDay: number;
  afterShopper: string;
  limit: number;
}>()('walkStageChanges', (db, t) =>
  db
    .select()
    .from(t.stageChanges)
    .where(
      and(
        inShop(t.stageChanges),
        gte(t.stageChanges.day, arg('from')),
        sql`(${t.stageChanges.day}, ${t.stageChanges.shopperId}) > (${arg('afterDay')}, ${textArg('afterShopper')})`,
      ),
    )
    .orderBy(asc(t.stageChanges.day), asc(t.stageChanges.shopperId))
    .limit(arg('limit')),
);

/** Since which day changes of stage are kept; null where there are none. */
export const selectFirstStageDay = rows<{ shopId: string }>()('selectFirstStageDay', (db, t) =>
  db
    .select({ day: min(t.stageChanges.day) })
    .from(t.stageChanges)
    .where(inShop(t.stageChanges)),
);

/** What shoppers of the shop said of themselves by a score, and when. */
export const walkScoredResponses = rows<{
  shopId: string;
  before: number;
  afterId: string;
  limit: number;
}>()('walkScoredResponses', (db, t) =>
  db
    .select({
      id: t.surveyResponses.id,
      shopperId: t.surveyResponses.shopperId,
      kind: t.surveys.kind,
      score: t.surveyResponses.score,
      scoredAt: t.surveyResponses.scoredAt,
    })
    .from(t.surveyResponses)
    .innerJoin(
      t.surveys,
      and(
        eq(t.surveys.shopId, t.surveyResponses.shopId),
        eq(t.surveys.id, t.surveyResponses.surveyId),
      ),
    )
    .where(
      and(
        inShop(t.surveyResponses),
        gt(t.surveyResponses.id, textArg('afterId')),
        isNotNull(t.surveyResponses.score),
        isNotNull(t.surveyResponses.shopperId),
        isNull(t.surveyResponses.withdrawnAt),
        lt(t.surveyResponses.scoredAt, arg('before')),
        eq(t.surveyResponses.insider, false),
      ),
    )
    .orderBy(asc(t.surveyResponses.id))
    .limit(arg('limit')),
);

/** When the first message of marketing was planned. */
export const selectFirstMarketing = rows<{ shopId: string }>()('selectFirstMarketing', (db, t) =>
  db
    .select({ plannedAt: t.touches.plannedAt })
    .from(t.touches)
    .where(and(inShop(t.touches), eq(t.touches.touchClass, sql`'marketing'`)))
    .orderBy(asc(t.touches.plannedAt))
    .limit(one),
);

/** What was planned to be said to anybody, by time: whom it reached, and where. */
export const walkReached = rows<{
  shopId: string;
  afterAt: number;
  afterId: string;
  before: number;
  limit: number;
}>()('walkReached', (db, t) =>
  db
    .select({
      id: t.touches.id,
      shopperId: t.touches.shopperId,
      channel: t.touches.channel,
      decision: t.touches.decision,
      plannedAt: t.touches.plannedAt,
    })
    .from(t.touches)
    .where(
      and(
        inShop(t.touches),
        sql`(${t.touches.plannedAt}, ${t.touches.id}) > (${arg('afterAt')}, ${textArg('afterId')})`,
        lt(t.touches.plannedAt, arg('before')),
      ),
    )
    .orderBy(asc(t.touches.plannedAt), asc(t.touches.id))
    .limit(arg('limit')),
);
