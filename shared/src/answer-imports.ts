import { z } from 'zod';
import { dateOrder, type DateOrder } from './imports.ts';
import { LIMITS } from './limits.ts';
import { lineOf, text } from './values.ts';

/** What a column of a file of answers can mean. */
const answerField = z.enum(['respondent', 'surveyKind', 'score', 'text', 'answeredAt', 'orderId']);
export type AnswerField = z.infer<typeof answerField>;

/** Whose file it is. */
export type AnswerFormat = 'delighted' | 'typeform' | 'csv';

/** How a file of answers is to be read: the part `options` of the form. */
export const answerOptions = z.strictObject({
  /** Columns by the field they are for, where their names do not say it. */
  columns: z.partialRecord(answerField, text).default({}),
  /** The order of day, month and year where the file does not show it. */
  dateOrder: dateOrder.optional(),
  encoding: z.string().max(LIMITS.idLengthMax).optional(),
  /** What the tool is called, where the file does not show it. */
  source: lineOf(LIMITS.reviewNameMax).optional(),
});
export type AnswerOptions = z.infer<typeof answerOptions>;

/** Why a line cannot be taken, or what of it is left out. */
export interface AnswerFault {
  /** The line of the file, the header being 1. */
  readonly line: number;
  readonly code:
    | 'wrongColumnCount'
    | 'scoreMissing'
    | 'scoreInvalid'
    | 'otherKind'
    | 'dateInvalid'
    | 'dateAmbiguous'
    | 'dateInFuture'
    | 'duplicate'
    /** It was taken; its words were too long, and their beginning was kept. */
    | 'textCut';
  readonly detail: string;
}

/** An answer as a file has it. */
export interface ImportedAnswer {
  readonly line: number;
  readonly respondent: string | null;
  readonly score: number;
  readonly text: string | null;
  readonly answeredAt: string;
  readonly orderId: string | null;
}

/** `POST /v1/surveys/{surveyId}/imports/preview`: what would happen. */
export interface AnswerImportPreview {
  readonly format: AnswerFormat;
  readonly encoding: string;
  readonly delimiter: string;
  /** Null where every date is plain. */
  readonly dateOrder: DateOrder | null;
  readonly columns: Readonly<Partial<Record<AnswerField, string>>>;
  readonly unused: readonly string[];
  readonly rows: number;
  readonly ready: number;
  readonly refused: number;
  /** The first of them. */
  readonly faults: readonly AnswerFault[];
  readonly sample: readonly ImportedAnswer[];
}

/** `POST /v1/surveys/{surveyId}/imports`: what happened. */
export interface AnswerImport {
  readonly id: string;
  readonly source: string;
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  readonly faults: readonly AnswerFault[];
  readonly createdAt: string;
  readonly undoneAt: string | null;
}

/** `GET /v1/surveys/{surveyId}/imports`. */
export interface AnswerImports {
  readonly items: readonly AnswerImport[];
}
