import { entriesOf, keysOf } from '@okaeri/shared/records';
import type { AnswerField, AnswerFormat } from '@okaeri/shared/answer-imports';

/*
 * Columns by their names, never by their places, without what is not a letter or a digit. Delighted’s are those by which
 * its API and its exports name a response; Typeform’s are its own beside a column for each question, which is named by its
 * words; the others are those of this house.
 */
const NAMES: Readonly<Record<AnswerField, readonly string[]>> = {
  respondent: ['respondent', 'email', 'personemail', 'emailaddress', 'customerid', 'shopperid'],
  surveyKind: ['surveykind', 'surveytype', 'kind'],
  score: ['score', 'npsscore', 'rating', 'response'],
  text: ['text', 'comment', 'comments', 'feedback', 'why'],
  answeredAt: [
    'answeredat',
    'submitdateutc',
    'respondedat',
    'responsedate',
    'createdat',
    'submittedat',
    'date',
  ],
  orderId: ['orderid', 'ordernumber', 'order'],
};

/** A file is recognised by columns that only its tool has. */
const FORMATS: readonly (readonly [AnswerFormat, readonly string[]])[] = [
  ['typeform', ['submitdateutc', 'networkid']],
  ['typeform', ['submitdateutc', 'startdateutc']],
  ['delighted', ['surveytype', 'score', 'comment']],
  ['delighted', ['score', 'comment', 'permalink']],
];

/** What each tool is called. */
export const ANSWER_SOURCES: Readonly<Record<AnswerFormat, string>> = {
  delighted: 'Delighted',
  typeform: 'Typeform',
  csv: 'elsewhere',
};

/** Typeform’s own columns, which are no questions. */
const OF_TYPEFORM: ReadonlySet<string> = new Set([
  '',
  'responsetype',
  'startdateutc',
  'stagedateutc',
  'submitdateutc',
  'networkid',
  'tags',
  'ending',
]);
/** Questions that ask for a score, and for words. */
const ASKS_SCORE = /\b(?:likely|recommend|satisf\w*|easy|effort|rate|score)\b/i;
const ASKS_WORDS = /\b(?:why|reason|comments?|tell us|improve|better|feedback)\b/i;

export type AnswerColumns = Readonly<Partial<Record<AnswerField, string>>>;

export const answerFormatOf = (headers: readonly string[]): AnswerFormat => {
  const known = new Set(headers.map(foldHeader));
  return FORMATS.find(([, names]) => names.every((name) => known.has(name)))?.[0] ?? 'csv';
};

/** Which column is what, by what was said and then by its name; or what is wrong with the file. */
export const answerColumnsOf = (
  headers: readonly string[],
  said: AnswerColumns,
): { readonly columns: AnswerColumns } | { readonly fault: string } => {
  const columns: Partial<Record<AnswerField, string>> = {};
  const taken = new Set<string>();
  const take = (field: AnswerField, header: string | undefined): void => {
    if (header === undefined || columns[field] !== undefined) return;
    columns[field] = header;
    taken.add(header);
  };
  for (const [field, header] of entriesOf(said)) {
    if (!headers.includes(header)) return { fault: `There is no column "${header}".` };
    take(field, header);
  }
  for (const field of keysOf(NAMES))
    for (const name of NAMES[field])
      take(
        field,
        headers.find((header) => foldHeader(header) === name && !taken.has(header)),
      );
  if (answerFormatOf(headers) === 'typeform') {
    const questions = (): readonly string[] =>
      headers.filter((header) => !taken.has(header) && !OF_TYPEFORM.has(foldHeader(header)));
    take(
      'text',
      questions().find((header) => ASKS_WORDS.test(header)),
    );
    take(
      'score',
      questions().find((header) => ASKS_SCORE.test(header)),
    );
  }
  const missing = (['score', 'answeredAt'] as const).filter((field) => !columns[field]);
  const names = { score: 'score', answeredAt: 'day' };
  return missing.length === 0
    ? { columns }
    : {
        fault: `No column has the ${missing.map((field) => names[field]).join(' and the ')}; say which it is.`,
      };
};

function foldHeader(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
