import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  forUpdate,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import type { SurveyRow, SurveyVersionRow } from './tables.ts';

type SurveyKey = { shopId: string; id: string };

export const insertSurvey = change<SurveyRow>()('insertSurvey', (db, t) =>
  db.insert(t.surveys).values(everyColumn(t.surveys)),
);

export const updateSurvey = change<SurveyRow>()('updateSurvey', (db, t) =>
  db
    .update(t.surveys)
    .set(
      given(t.surveys, 'kind', 'trigger', 'state', 'version', 'startedAt', 'endedAt', 'deletedAt'),
    )
    .where(byKey(t.surveys)),
);

export const insertVersion = change<SurveyVersionRow>()('insertSurveyVersion', (db, t) =>
  db.insert(t.surveyVersions).values(everyColumn(t.surveyVersions)),
);

export const selectSurvey = rows<SurveyKey>()('selectSurvey', (db, t) =>
  db.select().from(t.surveys).where(byKey(t.surveys)),
);

/** The same, which no other write changes until this one ends. */
export const lockSurvey = rows<SurveyKey>()('lockSurvey', (db, t) =>
  forUpdate(db.select().from(t.surveys).where(byKey(t.surveys))),
);

/** Every survey of a shop that is shown, the oldest first: they are few. */
export const selectSurveys = rows<{ shopId: string }>()('selectSurveys', (db, t) =>
  db
    .select()
    .from(t.surveys)
    .where(and(inShop(t.surveys), isNull(t.surveys.deletedAt)))
    .orderBy(asc(t.surveys.createdAt), asc(t.surveys.id)),
);

/** Shops in which something is asked. */
export const selectAskingShops = rows<Record<string, never>>()('selectAskingShops', (db, t) =>
  db
    .selectDistinct({ shopId: t.surveys.shopId })
    .from(t.surveys)
    .where(sql`state = 'running'`),
);

const isRunning = sql`state = 'running'`;

export const selectRunning = rows<{ shopId: string }>()('selectRunningSurveys', (db, t) =>
  db
    .select()
    .from(t.surveys)
    .where(and(isRunning, inShop(t.surveys))),
);

/** What is asked after an order has arrived, or a case was settled. */
export const selectAfter = rows<{ shopId: string; trigger: SurveyRow['trigger'] }>()(
  'selectSurveysAfter',
  (db, t) =>
    db
      .select()
      .from(t.surveys)
      .where(and(isRunning, inShop(t.surveys), eq(t.surveys.trigger, sql`${arg('trigger')}`))),
);

type VersionKey = { shopId: string; surveyId: string; version: number };
const ofSurvey = ({ surveyVersions }: Pick<Tables, 'surveyVersions'>) =>
  and(inShop(surveyVersions), eq(surveyVersions.surveyId, textArg('surveyId')));

export const selectVersion = rows<VersionKey>()('selectSurveyVersion', (db, t) =>
  db
    .select()
    .from(t.surveyVersions)
    .where(and(ofSurvey(t), eq(t.surveyVersions.version, sql`${arg('version')}`))),
);

/** What was asked before, the newest first. */
export const selectVersions = rows<{ shopId: string; surveyId: string; limit: number }>()(
  'selectSurveyVersions',
  (db, t) =>
    db
      .select({ version: t.surveyVersions.version, savedAt: t.surveyVersions.savedAt })
      .from(t.surveyVersions)
      .where(ofSurvey(t))
      .orderBy(desc(t.surveyVersions.version))
      .limit(arg('limit')),
);
