import { and, asc, desc, eq } from 'drizzle-orm';
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
import type { AnswerImportRow, ImportedAnswerRow } from './import-tables.ts';

type OfImport = { shopId: string; importId: string };

/** One line of a file, by its digest. */
const ofLine = ({ importedAnswers }: Pick<Tables, 'importedAnswers'>) =>
  and(
    inShop(importedAnswers),
    eq(importedAnswers.surveyId, textArg('surveyId')),
    eq(importedAnswers.digest, textArg('digest')),
  );

export const insertAnswerImport = change<AnswerImportRow>()('insertAnswerImport', (db, t) =>
  db.insert(t.answerImports).values(everyColumn(t.answerImports)),
);

export const updateAnswerImport = change<AnswerImportRow>()('updateAnswerImport', (db, t) =>
  db
    .update(t.answerImports)
    .set(given(t.answerImports, 'imported', 'refused', 'undoneAt'))
    .where(byKey(t.answerImports)),
);

export const selectAnswerImport = rows<{ shopId: string; id: string }>()(
  'selectAnswerImport',
  (db, t) => db.select().from(t.answerImports).where(byKey(t.answerImports)),
);

/** The latest files of a survey. */
export const selectAnswerImports = rows<{ shopId: string; surveyId: string; limit: number }>()(
  'selectAnswerImports',
  (db, t) =>
    db
      .select()
      .from(t.answerImports)
      .where(and(inShop(t.answerImports), eq(t.answerImports.surveyId, textArg('surveyId'))))
      .orderBy(desc(t.answerImports.createdAt), desc(t.answerImports.id))
      .limit(arg('limit')),
);

export const insertImportedAnswer = change<ImportedAnswerRow>()('insertImportedAnswer', (db, t) =>
  db.insert(t.importedAnswers).values(everyColumn(t.importedAnswers)),
);

export const selectImportedAnswer = rows<{ shopId: string; surveyId: string; digest: string }>()(
  'selectImportedAnswer',
  (db, t) =>
    db.select({ digest: t.importedAnswers.digest }).from(t.importedAnswers).where(ofLine(t)),
);

/** What a file brought, some of it. */
export const selectAnswersOfImport = rows<OfImport & { limit: number }>()(
  'selectAnswersOfImport',
  (db, t) =>
    db
      .select()
      .from(t.importedAnswers)
      .where(and(inShop(t.importedAnswers), eq(t.importedAnswers.importId, textArg('importId'))))
      .orderBy(asc(t.importedAnswers.digest))
      .limit(arg('limit')),
);

export const deleteImportedAnswer = change<{ shopId: string; surveyId: string; digest: string }>()(
  'deleteImportedAnswer',
  (db, t) => db.delete(t.importedAnswers).where(ofLine(t)),
);

/** What somebody answered elsewhere, the latest first. */
export const selectImportedAnswersOf = rows<Person & { limit: number }>()(
  'selectImportedAnswersOf',
  (db, t) =>
    db
      .select()
      .from(t.importedAnswers)
      .where(ofPerson(t.importedAnswers))
      .orderBy(desc(t.importedAnswers.answeredAt))
      .limit(arg('limit')),
);

export const moveImportedAnswers = change<Moved>()('moveImportedAnswers', (db, t) =>
  db.update(t.importedAnswers).set(MOVED).where(ofMoved(t.importedAnswers)),
);

/** Of somebody who was erased the score stays, and no words. */
export const clearImportedAnswers = change<Person>()('clearImportedAnswers', (db, t) =>
  db
    .update(t.importedAnswers)
    .set({ shopperId: null, text: null, orderId: null })
    .where(ofPerson(t.importedAnswers)),
);
