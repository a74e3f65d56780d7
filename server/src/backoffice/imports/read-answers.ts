import type {
  AnswerFault,
  AnswerImportPreview,
  AnswerOptions,
  ImportedAnswer,
} from '@okaeri/shared/answer-imports';
import { LIMITS } from '@okaeri/shared/limits';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { ANSWER_SOURCES, answerColumnsOf, answerFormatOf } from './answer-column-rules.ts';
import { readAnswer, type AnswerReading } from './answer-row-rules.ts';
import { styleIn } from './date-rules.ts';
import { readTable } from './read-table.ts';
import { unreadable } from './unreadable.ts';

/** A file of answers, and how it is to be read. */
export interface AnswersFile {
  readonly bytes: Uint8Array;
  readonly options: AnswerOptions;
  readonly kind: string;
  readonly scale: AnswerReading['scale'];
  readonly now: number;
}

/** What a file of answers comes to. */
export interface ReadAnswers {
  readonly source: string;
  readonly preview: AnswerImportPreview;
  readonly rows: readonly ImportedAnswer[];
}

/** Answers shown before anything is written. */
const SAMPLE = 5;

/** Reads a file of answers; or says why it is none. */
export const readAnswers = (file: AnswersFile): Outcome<ReadAnswers> => {
  const { bytes, options, kind, scale, now } = file;
  const found = readTable({ bytes, encoding: options.encoding }, (headers) =>
    answerColumnsOf(headers, options.columns),
  );
  if ('refused' in found) return found;
  const { columns, headers, rows: lines, encoding, delimiter } = found.ok;
  const shown = styleIn(lines.map(({ cells }) => cells[columns.answeredAt ?? ''] ?? ''));
  if (shown === 'both' && options.dateOrder === undefined)
    return unreadable('Some dates begin with the day and some with the month; say dateOrder.', {
      asks: 'dateOrder',
    });
  const dates =
    shown === 'serial' ? shown : (options.dateOrder ?? (shown === 'both' ? null : shown));
  const reading = { columns, dates, kind, scale, now };
  const rows: ImportedAnswer[] = [];
  const faults: AnswerFault[] = [];
  const note = (more: readonly AnswerFault[]): void =>
    // Kept are only those that are reported: a file may have a million.
    void faults.push(...more.slice(0, LIMITS.importFaultsMax - faults.length));
  for (const { cells, line, width } of lines) {
    if (width !== headers.length) {
      const detail = `The line has ${width} columns, the first one ${headers.length}.`;
      note([{ line, code: 'wrongColumnCount', detail }]);
      continue;
    }
    const read = readAnswer(cells, line, reading);
    note(read.faults);
    if (read.answer !== null) rows.push(read.answer);
  }
  const format = answerFormatOf(headers);
  const used = new Set(Object.values(columns));
  const preview: AnswerImportPreview = {
    format,
    encoding,
    delimiter,
    dateOrder: dates === 'serial' ? null : dates,
    columns,
    unused: headers.filter((header) => !used.has(header)),
    rows: lines.length,
    ready: rows.length,
    refused: lines.length - rows.length,
    faults,
    sample: rows.slice(0, SAMPLE),
  };
  return { ok: { source: options.source ?? ANSWER_SOURCES[format], preview, rows } };
};
