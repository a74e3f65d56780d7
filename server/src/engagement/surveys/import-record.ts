import { first, type Tx } from '../../platform/store/store.ts';
import {
  insertAnswerImport,
  selectAnswerImport,
  selectAnswerImports,
  updateAnswerImport,
} from './import-queries.ts';
import type { AnswerImportRow } from './import-tables.ts';
import { selectSurvey } from './queries.ts';
import type { SurveyRow } from './tables.ts';

/** The survey answers are brought to. */
export const surveyOfImport = (
  tx: Tx,
  { shopId, surveyId }: { shopId: string; surveyId: string },
): Promise<SurveyRow | undefined> => first(tx, selectSurvey, { shopId, id: surveyId });

/** Notes that a file is being brought. */
export const beginImport = (tx: Tx, row: AnswerImportRow): Promise<unknown> =>
  tx.run(insertAnswerImport, row);

/** Notes how far a file has come, or that it was taken back. */
export const noteImport = (tx: Tx, row: AnswerImportRow): Promise<unknown> =>
  tx.run(updateAnswerImport, row);

/** What was noted of a file. */
export const findImport = (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<AnswerImportRow | undefined> => first(tx, selectAnswerImport, key);

/** The latest files of a survey. */
export const latestImports = (
  tx: Tx,
  asked: { shopId: string; surveyId: string; limit: number },
): Promise<AnswerImportRow[]> => tx.run(selectAnswerImports, asked);
