import { setImmediate } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Refusal } from '@okaeri/shared/errors';
import type { ImportFault, ImportFormat, ImportOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { columnsOf, formatOf, type Columns } from './column-rules.ts';
import { orderIn, type DateOrder } from './date-rules.ts';
import { readLine, type Line, type ReadLine } from './row-rules.ts';
import { unreadable } from './unreadable.ts';
import { decodeFile, delimiterOf, type Delimiter } from './text-rules.ts';

/** A file that was read: what it is, and its lines. */
export interface ReadFile {
  readonly format: ImportFormat;
  readonly encoding: string;
  readonly delimiter: Delimiter;
  readonly columns: Columns;
  readonly headers: readonly string[];
  readonly order: DateOrder | null;
  readonly lines: readonly ReadLine[];
}

// Letters parsed, and lines read, before others have their turn.
const PIECE = 65_536;
const LINES_AT_ONCE = 200;

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) {
    yield text.slice(at, at + PIECE);
    await setImmediate();
  }
}

interface Record {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const recordsOf = async (
  text: string,
  delimiter: Delimiter,
): Promise<{ ok: Record[] } | { refused: Refusal }> => {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const records: Record[] = [];
  try {
    for await (const record of Readable.from(inPieces(text)).compose(parser)) {
      records.push(record as Record);
      if (records.length > LIMITS.importRowsMax + 1)
        return unreadable(`A file may have ${LIMITS.importRowsMax} reviews at most.`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(`Line ${Number(error['lines'])}: ${error.message}`);
  }
  return { ok: records };
};

const toLine = (headers: readonly string[], record: readonly string[]): Line =>
  Object.fromEntries(headers.map((header, index) => [header, record[index] ?? '']));

const wrongCount = (line: number, have: number, want: number): ReadLine => {
  const detail = `The line has ${have} columns, the first one ${want}.`;
  const fault: ImportFault = { line, code: 'wrongColumnCount', detail, photo: false };
  return { key: [], review: null, faults: [fault] };
};

/** The order of day and month: as it was said, or as the file shows it. */
const orderOf = (
  records: readonly Record[],
  at: number,
  said: DateOrder | undefined,
): { ok: DateOrder | null } | { refused: Refusal } => {
  if (said !== undefined) return { ok: said };
  const shown = orderIn(records.map(({ record }) => record[at] ?? ''));
  return shown === 'both'
    ? unreadable('Some dates begin with the day and some with the month; say dateOrder.')
    : { ok: shown };
};

/** Reads a file of reviews: every line, or why the file is none. */
export const readFile = async (
  bytes: Uint8Array,
  options: ImportOptions,
  now: number,
): Promise<{ ok: ReadFile } | { refused: Refusal }> => {
  const decoded = decodeFile(bytes, options.encoding);
  if ('fault' in decoded) return unreadable(decoded.fault);
  const { text, encoding } = decoded;
  const delimiter = delimiterOf(text);
  const parsed = await recordsOf(text, delimiter);
  if ('refused' in parsed) return parsed;
  const [first, ...records] = parsed.ok;
  if (first === undefined) return unreadable('The file is empty.');
  const headers = first.record.map((header) => header.trim());
  const known = columnsOf(headers, options.columns);
  if ('fault' in known) return unreadable(known.fault, headers);
  const { columns } = known;
  const order = orderOf(records, headers.indexOf(columns.date ?? ''), options.dateOrder);
  if ('refused' in order) return order;
  const reading = { columns, order: order.ok, options, now };
  const lines: ReadLine[] = [];
  for (const { record, info } of records) {
    if (lines.length % LINES_AT_ONCE === 0) await setImmediate();
    lines.push(
      record.length === headers.length
        ? readLine(toLine(headers, record), info.lines, reading)
        : wrongCount(info.lines, record.length, headers.length),
    );
  }
  return {
    ok: {
      format: formatOf(headers),
      encoding,
      delimiter,
      columns,
      headers,
      order: order.ok,
      lines,
    },
  };
};
