import { and, asc, eq, sql } from 'drizzle-orm';
import { arg, change, everyColumn, inShop, rows, textArg } from '../../platform/store/statement.ts';
import type { SurveyCountRow } from './results-tables.ts';

type OfResponse = { shopId: string; responseId: string };
type OfSurvey = { shopId: string; surveyId: string };

/** Adds to a cell in one statement, so that writers do not outrun each other. */
export const addToCell = change<SurveyCountRow>()('addToSurveyCell', (db, t) => {
  const { count, ...key } = t.surveyCounts;
  return db
    .insert(t.surveyCounts)
    .values(everyColumn(t.surveyCounts))
    .onConflictDoUpdate({
      target: [
        key.shopId,
        key.surveyId,
        key.period,
        key.kind,
        key.part,
        key.value,
        key.version,
        key.incentivised,
        key.tierId,
      ],
      set: { count: sql`${count} + excluded.${sql.identifier(count.name)}` },
    });
});

export const selectTally = rows<OfResponse>()('selectSurveyTally', (db, t) =>
  db
    .select()
    .from(t.surveyTallies)
    .where(and(inShop(t.surveyTallies), eq(t.surveyTallies.responseId, textArg('responseId')))),
);

export const saveTally = change<{
  shopId: string;
  responseId: string;
  surveyId: string;
  period: string;
  at: number;
  cells: unknown;
}>()('saveSurveyTally', (db, t) =>
  db
    .insert(t.surveyTallies)
    .values(everyColumn(t.surveyTallies))
    .onConflictDoUpdate({
      target: [t.surveyTallies.shopId, t.surveyTallies.responseId],
      set: {
        period: sql`excluded.period`,
        at: sql`excluded.at`,
        cells: sql`excluded.cells`,
      },
    }),
);

export const deleteTally = change<OfResponse>()('deleteSurveyTally', (db, t) =>
  db
    .delete(t.surveyTallies)
    .where(and(inShop(t.surveyTallies), eq(t.surveyTallies.responseId, textArg('responseId')))),
);

/** Every cell of a wave or month. */
export const selectCells = rows<OfSurvey & { period: string }>()('selectSurveyCells', (db, t) =>
  db
    .select()
    .from(t.surveyCounts)
    .where(
      and(
        inShop(t.surveyCounts),
        eq(t.surveyCounts.surveyId, textArg('surveyId')),
        eq(t.surveyCounts.period, textArg('period')),
        sql`${t.surveyCounts.count} <> 0`,
      ),
    ),
);

/** Scores by wave or month and version, whoever gave them: what a trend is made of. */
export const selectTrend = rows<OfSurvey & { kind: string }>()('selectSurveyTrend', (db, t) => {
  const { period, version, value, count } = t.surveyCounts;
  return db
    .select({ period, version, value, count: sql<number>`sum(${count})`.mapWith(Number) })
    .from(t.surveyCounts)
    .where(
      and(
        inShop(t.surveyCounts),
        eq(t.surveyCounts.surveyId, textArg('surveyId')),
        eq(t.surveyCounts.kind, textArg('kind')),
      ),
    )
    .groupBy(period, version, value)
    .having(sql`sum(${count}) <> 0`)
    .orderBy(asc(period), asc(version), asc(value));
});

/** Waves a survey was asked in at once, and when each was open. */
export const selectWaveTimes = rows<OfSurvey>()('selectSurveyWaveTimes', (db, t) =>
  db
    .select({
      key: t.surveyWaves.key,
      opensAt: t.surveyWaves.opensAt,
      closesAt: t.surveyWaves.closesAt,
    })
    .from(t.surveyWaves)
    .where(
      and(
        inShop(t.surveyWaves),
        eq(t.surveyWaves.surveyId, textArg('surveyId')),
        sql`${t.surveyWaves.subject} is null`,
      ),
    )
    .orderBy(asc(t.surveyWaves.opensAt)),
);

/** The waves and months something was counted in. */
export const selectPeriods = rows<OfSurvey>()('selectSurveyPeriods', (db, t) =>
  db
    .selectDistinct({ period: t.surveyCounts.period })
    .from(t.surveyCounts)
    .where(
      and(
        inShop(t.surveyCounts),
        eq(t.surveyCounts.surveyId, textArg('surveyId')),
        eq(t.surveyCounts.kind, sql`'state'`),
        sql`${t.surveyCounts.count} <> 0`,
      ),
    )
    .orderBy(asc(t.surveyCounts.period)),
);

/** Surveys of every shop, a page at a time. */
export const selectSurveysAfter = rows<{ shopId: string; id: string; limit: number }>()(
  'selectSurveysAfterKey',
  (db, t) =>
    db
      .select({ shopId: t.surveys.shopId, id: t.surveys.id, trigger: t.surveys.trigger })
      .from(t.surveys)
      .where(sql`(${t.surveys.shopId}, ${t.surveys.id}) > (${textArg('shopId')}, ${textArg('id')})`)
      .orderBy(asc(t.surveys.shopId), asc(t.surveys.id))
      .limit(arg('limit')),
);

export const selectAllCells = rows<OfSurvey>()('selectAllSurveyCells', (db, t) =>
  db
    .select()
    .from(t.surveyCounts)
    .where(and(inShop(t.surveyCounts), eq(t.surveyCounts.surveyId, textArg('surveyId')))),
);

type AfterId = OfSurvey & { after: string; limit: number };

/** Responses of a survey by their ids, a page at a time. */
export const selectResponsesAfter = rows<AfterId>()('selectSurveyResponsesAfter', (db, t) =>
  db
    .select()
    .from(t.surveyResponses)
    .where(
      and(
        inShop(t.surveyResponses),
        eq(t.surveyResponses.surveyId, textArg('surveyId')),
        sql`${t.surveyResponses.id} > ${textArg('after')}`,
      ),
    )
    .orderBy(asc(t.surveyResponses.id))
    .limit(arg('limit')),
);

/** Invitations of a survey by their ids, a page at a time. */
export const selectInvitationsAfter = rows<AfterId>()('selectSurveyInvitationsAfter', (db, t) =>
  db
    .select()
    .from(t.surveyInvitations)
    .where(
      and(
        inShop(t.surveyInvitations),
        eq(t.surveyInvitations.surveyId, textArg('surveyId')),
        sql`${t.surveyInvitations.id} > ${textArg('after')}`,
      ),
    )
    .orderBy(asc(t.surveyInvitations.id))
    .limit(arg('limit')),
);
