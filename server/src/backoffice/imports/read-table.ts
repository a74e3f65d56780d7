import type { Outcome } from '../../platform/lib/outcome.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { LIMITS } from '@okaeri/shared/limits';
import { cutWords } from '@okaeri/shared/words';
import { readWorkbook } from './read-workbook.ts';
import { decodeFile, layoutOf, type Delimiter } from './text-rules.ts';
import { unreadable } from './unreadable.ts';
import { isArchive, isOldWorkbook, WorkbookError } from './zip-rules.ts';

/** A row of a file: what stands in the columns that mean something, by their names. */
export interface TableRow {
  /** The line of the file it ends on, the header being 1. */
  readonly line: number;
  /** How many columns it has, whether they mean something or not. */
  readonly width: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A file that was read, and which of its columns mean what. */
export interface Table<Columns> {
  readonly encoding: string;
  readonly delimiter: Delimiter;
  readonly headers: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly TableRow[];
}

type Chosen<Columns> = { readonly columns: Columns } | { readonly fault: string };

/** Ends the reading of a file at the first thing that is wrong with all of it. */
class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  readonly said: NonNullable<Parameters<typeof unreadable>[1]>;
  constructor(detail: string, said: UnreadableFileError['said'] = {}) {
    super(detail);
    this.said = said;
  }
}

/** Characters of what a parser says is wrong: it repeats what stands there. */
const TOLD_LENGTH_MAX = 300;
const OLD_WORKBOOK =
  'The file is of Excel before 2007 (.xls): save it as .xlsx, or as "CSV UTF-8".';
/** UTF-8 has no more bytes than this for one character as JavaScript counts. */
const BYTES_PER_CHARACTER = 3;

interface Gathered<Columns> {
  readonly headers: readonly string[];
  readonly columns: Columns;
  /** The columns that mean something, and where they stand; of two of one name the last. */
  readonly places: readonly (readonly [name: string, index: number])[];
}

/**
 * Reads a file into rows, of which only what means something is kept; or says why it is none. It takes
 * as long as the file is large: for a worker.
 */
export const readTable = <Columns extends object>(
  file: { readonly bytes: Uint8Array; readonly encoding: string | undefined },
  choose: (headers: readonly string[]) => Chosen<Columns>,
): Outcome<Table<Columns>> => {
  const rows: TableRow[] = [];
  let gathered: Gathered<Columns> | undefined;
  const take = (record: readonly string[], line: number): void => {
    if (gathered === undefined) {
      gathered = chooseColumns(record, choose);
      return;
    }
    if (rows.length === LIMITS.importRowsMax)
      throw new UnreadableFileError(`A file may have ${LIMITS.importRowsMax} rows at most.`);
    const cells = gathered.places.map(([name, index]) => [name, record[index] ?? ''] as const);
    rows.push({ line, width: record.length, cells: Object.fromEntries(cells) });
  };
  try {
    const { encoding, delimiter } = isArchive(file.bytes)
      ? sheetRows(file.bytes, take)
      : textRows(file, take);
    if (gathered === undefined) return unreadable('The file is empty.');
    const { headers, columns } = gathered;
    return { ok: { encoding, delimiter, headers, columns, rows } };
  } catch (error) {
    return unreadableFor(error);
  }
};

type How = Pick<Table<object>, 'encoding' | 'delimiter'>;
type Take = (record: readonly string[], line: number) => void;

function chooseColumns<Columns extends object>(
  record: readonly string[],
  choose: (headers: readonly string[]) => Chosen<Columns>,
): Gathered<Columns> {
  const headers = record.map((header) => header.trim());
  const chosen = choose(headers);
  if ('fault' in chosen) throw new UnreadableFileError(chosen.fault, { headers });
  const { columns } = chosen;
  const used = new Set<string>(Object.values(columns));
  const places = [...used].map((name) => [name, headers.lastIndexOf(name)] as const);
  return { headers, columns, places };
}

/** A workbook has no encoding and no delimiter; it is known for what it is. */
function sheetRows(bytes: Uint8Array, take: Take): How {
  const limit = createCellLimits();
  let records = 0;
  let width = 0;
  readWorkbook(bytes, (cells, line) => {
    const at = { lines: line, records };
    const record = cells.map((cell, index) => limit(cell.trim(), { ...at, index }));
    // A row ends with its last cell that says something: those behind it are empty, and not missing.
    if (records === 0) width = record.length;
    while (record.length < width) record.push('');
    take(record, line);
    records += 1;
  });
  return { encoding: 'xlsx', delimiter: ',' };
}

function textRows(
  file: { readonly bytes: Uint8Array; readonly encoding: string | undefined },
  take: Take,
): How {
  if (isOldWorkbook(file.bytes)) throw new UnreadableFileError(OLD_WORKBOOK);
  const decoded = decodeFile(file.bytes, file.encoding);
  if ('fault' in decoded) throw new UnreadableFileError(decoded.fault, { asks: 'encoding' });
  const { text, encoding } = decoded;
  const { delimiter, fromLine } = layoutOf(text);
  parse(text, {
    bom: true,
    delimiter,
    from_line: fromLine,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    // What it counts are bytes of a cell that is not yet read to its end.
    max_record_size: LIMITS.importRowLengthMax * BYTES_PER_CHARACTER,
    cast: createCellLimits(),
    on_record: (record: readonly string[], { lines }) => {
      take(record, lines);
      // Nothing is kept by the parser.
      return null;
    },
  });
  return { encoding, delimiter };
}

function unreadableFor(error: unknown): ReturnType<typeof unreadable> {
  if (error instanceof UnreadableFileError) return unreadable(error.message, error.said);
  if (error instanceof WorkbookError) return unreadable(error.message);
  if (!(error instanceof CsvError)) throw error;
  const line = Number(error['lines']);
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return unreadable(cut(line, 'a row', `${LIMITS.importRowLengthMax} characters`).message);
  return unreadable(`Line ${line}: ${cutWords(error.message, TOLD_LENGTH_MAX)}`);
}

/**
 * Looks at each cell while its row is still read, so that no more of it is kept than a row may have:
 * the parser itself counts neither columns nor cells without a letter.
 */
function createCellLimits(): (
  cell: string,
  at: { index: number; lines: number; records: number },
) => string {
  let length = 0;
  return (cell, { index, lines, records }) => {
    if (index >= LIMITS.importColumnsMax)
      throw cut(lines, 'a file', `${LIMITS.importColumnsMax} columns`);
    if (cell.length > LIMITS.importCellLengthMax)
      throw cut(lines, 'a cell', `${LIMITS.importCellLengthMax} characters`);
    length = (index === 0 ? 0 : length) + cell.length;
    if (records === 0 && length > LIMITS.importHeaderLengthMax)
      throw cut(lines, 'the names of the columns', `${LIMITS.importHeaderLengthMax} characters`);
    if (length > LIMITS.importRowLengthMax)
      throw cut(lines, 'a row', `${LIMITS.importRowLengthMax} characters`);
    return cell;
  };
}

function cut(line: number, what: string, most: string): UnreadableFileError {
  return new UnreadableFileError(`Line ${line}: ${what} may have ${most} at most.`);
}
