import { and, asc, desc, eq, sql } from 'drizzle-orm';
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
import type { AnswerRow, ResponseRow } from './response-tables.ts';

type Key = { shopId: string; id: string };
type OfResponse = { shopId: string; responseId: string };

export const insertResponse = change<ResponseRow>()('insertSurveyResponse', (db, t) =>
  db.insert(t.surveyResponses).values(everyColumn(t.surveyResponses)),
);

export const updateResponse = change<ResponseRow>()('updateSurveyResponse', (db, t) =>
  db
    .update(t.surveyResponses)
    .set(
      given(
        t.surveyResponses,
        'shopperId',
        'state',
        'score',
        'channel',
        'locale',
        'savedAt',
        'scoredAt',
        'completedAt',
        'withdrawnAt',
        'signalAt',
        'actId',
      ),
    )
    .where(byKey(t.surveyResponses)),
);

export const deleteResponse = change<Key>()('deleteSurveyResponse', (db, t) =>
  db.delete(t.surveyResponses).where(byKey(t.surveyResponses)),
);

export const selectResponse = rows<Key>()('selectSurveyResponse', (db, t) =>
  db.select().from(t.surveyResponses).where(byKey(t.surveyResponses)),
);

export const selectResponseBy = rows<Person & { surveyId: string; wave: string }>()(
  'selectSurveyResponseBy',
  (db, t) =>
    db
      .select()
      .from(t.surveyResponses)
      .where(
        and(
          ofPerson(t.surveyResponses),
          eq(t.surveyResponses.surveyId, textArg('surveyId')),
          eq(t.surveyResponses.wave, textArg('wave')),
        ),
      ),
);

/** What somebody answered, the latest first. */
export const selectResponsesOf = rows<Person & { limit: number }>()(
  'selectSurveyResponsesOf',
  (db, t) =>
    db
      .select()
      .from(t.surveyResponses)
      .where(ofPerson(t.surveyResponses))
      .orderBy(desc(t.surveyResponses.startedAt), desc(t.surveyResponses.id))
      .limit(arg('limit')),
);

const ofResponse = ({ surveyAnswers }: Pick<Tables, 'surveyAnswers'>) =>
  and(inShop(surveyAnswers), eq(surveyAnswers.responseId, textArg('responseId')));

export const insertAnswer = change<AnswerRow>()('insertSurveyAnswer', (db, t) =>
  db.insert(t.surveyAnswers).values(everyColumn(t.surveyAnswers)),
);

export const updateAnswer = change<AnswerRow>()('updateSurveyAnswer', (db, t) =>
  db
    .update(t.surveyAnswers)
    .set(given(t.surveyAnswers, 'valueNumber', 'valueChoices', 'valueText'))
    .where(and(ofResponse(t), eq(t.surveyAnswers.questionId, textArg('questionId')))),
);

export const deleteAnswer = change<OfResponse & { questionId: string }>()(
  'deleteSurveyAnswer',
  (db, t) =>
    db
      .delete(t.surveyAnswers)
      .where(and(ofResponse(t), eq(t.surveyAnswers.questionId, textArg('questionId')))),
);

export const selectAnswers = rows<OfResponse>()('selectSurveyAnswers', (db, t) =>
  db.select().from(t.surveyAnswers).where(ofResponse(t)).orderBy(asc(t.surveyAnswers.questionId)),
);

/** Withdrawn answers are gone. */
export const deleteAnswersOfResponse = change<OfResponse>()(
  'deleteSurveyAnswersOfResponse',
  (db, t) => db.delete(t.surveyAnswers).where(ofResponse(t)),
);

const ofPersonsResponses = ({
  surveyAnswers,
  surveyResponses,
}: Pick<Tables, 'surveyAnswers' | 'surveyResponses'>) =>
  and(
    inShop(surveyAnswers),
    sql`${surveyAnswers.responseId} in (select ${surveyResponses.id} from ${surveyResponses} where ${surveyResponses.shopId} = ${textArg('shopId')} and ${surveyResponses.shopperId} = ${textArg('shopperId')})`,
  );

/** Of an erased person scores and choices stay, and no words. */
export const deleteWordsOf = change<Person>()('deleteSurveyWordsOf', (db, t) =>
  db
    .delete(t.surveyAnswers)
    .where(and(ofPersonsResponses(t), eq(t.surveyAnswers.kind, sql`'text'`))),
);

export const blankWordsOf = change<Person>()('blankSurveyWordsOf', (db, t) =>
  db.update(t.surveyAnswers).set({ valueText: null }).where(ofPersonsResponses(t)),
);

/** What somebody answered who was erased stays, and is nobody's. */
export const clearResponsesOf = change<Person>()('clearSurveyResponsesOf', (db, t) =>
  db
    .update(t.surveyResponses)
    .set({ shopperId: null, signalAt: null, locale: null, actId: '' })
    .where(ofPerson(t.surveyResponses)),
);

export const moveResponsesOf = change<Moved>()('moveSurveyResponsesOf', (db, t) =>
  db.update(t.surveyResponses).set(MOVED).where(ofMoved(t.surveyResponses)),
);
