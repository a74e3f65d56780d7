import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import {
  arg,
  byKey,
  change,
  everyColumn,
  given,
  inShop,
  rows,
  textArg,
} from '../../platform/store/statement.ts';
import type { Tables } from '../../platform/store/tables.ts';
import { MOVED, ofMoved, ofPerson, type Moved, type Person } from './person-queries.ts';
import type { QuotationRow } from './quotation-tables.ts';

type OfResponse = { shopId: string; responseId: string };

const ofResponse = ({ surveyQuotations }: Pick<Tables, 'surveyQuotations'>) =>
  and(inShop(surveyQuotations), eq(surveyQuotations.responseId, textArg('responseId')));

export const insertQuotation = change<QuotationRow>()('insertSurveyQuotation', (db, t) =>
  db.insert(t.surveyQuotations).values(everyColumn(t.surveyQuotations)),
);

export const updateQuotation = change<QuotationRow>()('updateSurveyQuotation', (db, t) =>
  db
    .update(t.surveyQuotations)
    .set(given(t.surveyQuotations, 'text', 'state', 'name', 'agreedAt', 'decidedAt'))
    .where(byKey(t.surveyQuotations)),
);

export const deleteQuotation = change<{ shopId: string; id: string }>()(
  'deleteSurveyQuotation',
  (db, t) => db.delete(t.surveyQuotations).where(byKey(t.surveyQuotations)),
);

export const selectQuotation = rows<{ shopId: string; id: string }>()(
  'selectSurveyQuotation',
  (db, t) => db.select().from(t.surveyQuotations).where(byKey(t.surveyQuotations)),
);

/** What was asked of one response: at most one for each of its themes. */
export const selectQuotationsOfResponse = rows<OfResponse>()(
  'selectSurveyQuotationsOfResponse',
  (db, t) =>
    db
      .select()
      .from(t.surveyQuotations)
      .where(ofResponse(t))
      .orderBy(asc(t.surveyQuotations.themeId)),
);

/** What was asked of one shopper, the latest first. */
export const selectQuotationsOf = rows<Person & { limit: number }>()(
  'selectSurveyQuotationsOf',
  (db, t) =>
    db
      .select()
      .from(t.surveyQuotations)
      .where(ofPerson(t.surveyQuotations))
      .orderBy(desc(t.surveyQuotations.askedAt), desc(t.surveyQuotations.id))
      .limit(arg('limit')),
);

/**
 * What may be shown beside a theme: a yes that is not over, of a response that is about the theme and not taken back,
 * with the tags of its author, who may be of the shop by now. The latest yes first.
 */
export const selectStandingQuotations = rows<{
  shopId: string;
  themeId: string;
  now: number;
  limit: number;
  offset: number;
}>()('selectStandingSurveyQuotations', (db, t) =>
  db
    .select({
      quotation: t.surveyQuotations,
      locale: t.surveyResponses.locale,
      tags: t.shoppers.tags,
    })
    .from(t.surveyQuotations)
    .innerJoin(
      t.shoppers,
      and(
        eq(t.shoppers.shopId, t.surveyQuotations.shopId),
        eq(t.shoppers.id, t.surveyQuotations.shopperId),
      ),
    )
    .innerJoin(
      t.surveyResponses,
      and(
        eq(t.surveyResponses.shopId, t.surveyQuotations.shopId),
        eq(t.surveyResponses.id, t.surveyQuotations.responseId),
        ne(t.surveyResponses.state, sql`'withdrawn'`),
        eq(t.surveyResponses.insider, false),
      ),
    )
    .innerJoin(
      t.responseThemes,
      and(
        eq(t.responseThemes.shopId, t.surveyQuotations.shopId),
        eq(t.responseThemes.responseId, t.surveyQuotations.responseId),
        eq(t.responseThemes.themeId, t.surveyQuotations.themeId),
      ),
    )
    .where(
      and(
        inShop(t.surveyQuotations),
        eq(t.surveyQuotations.themeId, textArg('themeId')),
        sql`${t.surveyQuotations.state} = 'given'`,
        sql`${t.surveyQuotations.endsAt} > ${arg('now')}`,
      ),
    )
    .orderBy(desc(t.surveyQuotations.agreedAt), desc(t.surveyQuotations.id))
    .limit(arg('limit'))
    .offset(arg('offset')),
);

export const deleteQuotationsOfResponse = change<OfResponse>()(
  'deleteSurveyQuotationsOfResponse',
  (db, t) => db.delete(t.surveyQuotations).where(ofResponse(t)),
);

export const deleteQuotationsOf = change<Person>()('deleteSurveyQuotationsOf', (db, t) =>
  db.delete(t.surveyQuotations).where(ofPerson(t.surveyQuotations)),
);

export const moveQuotationsOf = change<Moved>()('moveSurveyQuotationsOf', (db, t) =>
  db.update(t.surveyQuotations).set(MOVED).where(ofMoved(t.surveyQuotations)),
);
