import type { AnswerFault, ImportedAnswer } from '@okaeri/shared/answer-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { cutWords } from '@okaeri/shared/words';
import { isoOf } from '../../platform/lib/clock.ts';
import type { AnswerColumns } from './answer-column-rules.ts';
import { readDate } from './date-rules.ts';
import type { DateStyle } from './day-rules.ts';

/** How lines are read: by which columns and dates, and what a score of the survey can be. */
export interface AnswerReading {
  readonly columns: AnswerColumns;
  readonly dates: DateStyle | null;
  readonly kind: string;
  readonly scale: { readonly min: number; readonly max: number };
  readonly now: number;
}

type Cells = Readonly<Record<string, string>>;

/** What a line brings, or why it brings nothing. */
export const readAnswer = (
  cells: Cells,
  line: number,
  reading: AnswerReading,
): { readonly answer: ImportedAnswer | null; readonly faults: readonly AnswerFault[] } => {
  const { columns, kind, scale } = reading;
  const at = (header: string | undefined): string =>
    header === undefined ? '' : (cells[header] ?? '').trim();
  const refuse = (code: AnswerFault['code'], detail: string) => ({
    answer: null,
    faults: [{ line, code, detail }],
  });
  const named = at(columns.surveyKind).toLowerCase();
  if (named !== '' && named !== kind)
    return refuse('otherKind', `It answers a survey of the kind "${named}", and not "${kind}".`);
  const said = at(columns.score);
  if (said === '') return refuse('scoreMissing', 'It has no score.');
  const score = Number(said);
  if (!/^\d{1,2}(?:\.0+)?$/.test(said) || score < scale.min || score > scale.max)
    return refuse(
      'scoreInvalid',
      `The score must be a whole number from ${scale.min} to ${scale.max}.`,
    );
  const when = readTime(at(columns.answeredAt), reading);
  if ('fault' in when) return refuse(when.fault, 'The day it was answered cannot be read.');
  const words = at(columns.text);
  const text = cutWords(words, LIMITS.answerTextMax);
  const orderId = at(columns.orderId);
  return {
    answer: {
      line,
      respondent: at(columns.respondent) || null,
      score,
      text: text === '' ? null : text,
      answeredAt: isoOf(when.at),
      orderId: orderId === '' || orderId.length > LIMITS.idLengthMax ? null : orderId,
    },
    faults:
      text.length < words.length
        ? [{ line, code: 'textCut', detail: 'The words are too long; their beginning comes.' }]
        : [],
  };
};

/** Seconds since 1970, as Delighted’s API has them. */
const SECONDS = /^\d{10}$/;

function readTime(text: string, { dates, now }: AnswerReading): ReturnType<typeof readDate> {
  if (!SECONDS.test(text)) return readDate(text, dates, now);
  const at = Number(text) * 1000;
  return at > now ? { fault: 'dateInFuture' } : { at };
}
