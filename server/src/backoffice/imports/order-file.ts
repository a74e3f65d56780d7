import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { OrderFileOptions } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { styleIn } from './date-rules.ts';
import { markIn } from './number-rules.ts';
import { readWorkbook } from './read-workbook.ts';
import { encodingOf, layoutOf } from './text-rules.ts';
import { isArchive, isOldWorkbook, WorkbookError } from './zip-rules.ts';
import { REQUIRED_COLUMNS, type ImportRow, type RowReading } from './order-row-rules.ts';

/** The file cannot be imported at all. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
}

/** A row of the file, and the line it ends on. */
interface NumberedRow {
  readonly record: ImportRow;
  readonly line: number;
}

/** A file of past orders: its rows, as often as they are asked for, and how they are written. */
export interface OrderFile {
  readonly rows: () => AsyncIterable<NumberedRow>;
  readonly reading: Omit<RowReading, 'now'>;
}

/** Bytes in which the first line is looked for. */
const HEAD_BYTES = 65_536;

/**
 * Opens a file of past orders: text, or an Excel workbook. It is gone through once, to see how its days and
 * its numbers are written.
 *
 * @throws ImportFileError when the columns are not there, or it cannot be read
 */
export const openOrderFile = async (
  path: string,
  { dateOrder, decimalMark, encoding }: OrderFileOptions,
): Promise<OrderFile> => {
  const head = await headOf(path);
  if (isOldWorkbook(head))
    throw new ImportFileError(
      'The file is of Excel before 2007 (.xls): save it as .xlsx or as CSV.',
    );
  const rows = isArchive(head) ? await sheetRows(path) : textRows(path, head, encoding);
  // Each once: days and prices repeat.
  const days = new Set<string>();
  const totals = new Set<string>();
  for await (const { record } of rows()) {
    days.add((record['placed_at'] ?? '').trim());
    totals.add(record['total'] ?? '');
  }
  const shown = styleIn([...days]);
  const marks = markIn([...totals]);
  return {
    rows,
    reading: {
      dates: shown === 'serial' ? shown : (dateOrder ?? (shown === 'both' ? null : shown)),
      mark: decimalMark ?? (marks === 'both' ? null : marks),
    },
  };
};

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A workbook is read as a whole: it is an archive. */
async function sheetRows(path: string): Promise<() => AsyncGenerator<NumberedRow>> {
  if ((await stat(path)).size > LIMITS.importBytesMax)
    throw new ImportFileError(
      'The workbook is too large; save it as CSV, which may be of any size.',
    );
  const found: NumberedRow[] = [];
  let names: readonly string[] | undefined;
  try {
    readWorkbook(await readFile(path), (cells, line) => {
      if (names === undefined) names = checked(cells);
      else {
        const record = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
        found.push({ record, line });
      }
    });
  } catch (error) {
    throw error instanceof WorkbookError ? new ImportFileError(error.message) : error;
  }
  return async function* rows() {
    yield* found;
  };
}

function textRows(
  path: string,
  head: Uint8Array,
  said: string | undefined,
): () => AsyncGenerator<NumberedRow> {
  const encoding = encodingOf(head, said);
  const { delimiter, fromLine } = layoutOf(new TextDecoder(encoding).decode(head));
  return async function* rows() {
    const parser = parse({
      bom: true,
      columns: checked,
      delimiter,
      from_line: fromLine,
      info: true,
      max_record_size: LIMITS.importRowLengthMax,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    // pipe() does not pass the reader's errors on.
    Readable.from(textsOf(path, encoding))
      .on('error', (error) => parser.destroy(error))
      .pipe(parser);
    const numbered: AsyncIterable<{ record: ImportRow; info: { lines: number } }> = parser;
    for await (const { record, info } of numbered) yield { record, line: info.lines };
  };
}

/** The names of the columns, which must be there. */
function checked(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = REQUIRED_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ImportFileError(`The file lacks the columns ${missing.join(', ')}.`);
  return names;
}

async function* textsOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    const pieces: AsyncIterable<Buffer> = createReadStream(path);
    for await (const bytes of pieces) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportFileError(
      `The file is not ${encoding}; say its encoding, such as '{"encoding":"windows-1252"}'.`,
    );
  }
}
