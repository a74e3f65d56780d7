import type { Outcome } from '../../platform/lib/outcome.ts';
import type { DateOrder, ImportFault, ImportOptions, ImportPreview } from '@okaeri/shared/imports';
import { columnsOf, formatOf, type Columns } from './column-rules.ts';
import { styleIn } from './date-rules.ts';
import type { DateStyle } from './day-rules.ts';
import { gatherArrivals, sourceOf, type Arrivals } from './import-rules.ts';
import { readTable, type Table, type TableRow } from './read-table.ts';
import { readLine, type ReadLine } from './row-rules.ts';
import { unreadable } from './unreadable.ts';

/** A file of reviews, and how it is to be read. */
export interface ReviewsFile {
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
  readonly now: number;
}

/** What a file of reviews brings, and what of it cannot come. */
export interface ReadReviews extends Arrivals {
  readonly source: string;
  readonly rows: number;
}

/** Reviews shown before anything is written. */
const SAMPLE = 5;

interface Read extends ReadReviews {
  readonly table: Table<Columns>;
  readonly dates: DateStyle | null;
}

/** Reads a file of reviews; or why it is none. */
export const readReviews = (file: ReviewsFile): Outcome<ReadReviews> => {
  const found = read(file);
  if ('refused' in found) return found;
  const { table: _table, dates: _dates, ...reviews } = found.ok;
  return { ok: reviews };
};

/** Says what an import of a file would do. */
export const previewReviews = (file: ReviewsFile): Outcome<ImportPreview> => {
  const found = read(file);
  if ('refused' in found) return found;
  const { table, dates, arrivals, rows, refused, faults } = found.ok;
  const { encoding, delimiter, columns, headers } = table;
  const used = new Set(Object.values(columns));
  return {
    ok: {
      format: formatOf(headers),
      encoding,
      delimiter,
      dateOrder: dates === 'serial' ? null : dates,
      columns,
      unused: headers.filter((header) => !used.has(header)),
      rows,
      ready: arrivals.length,
      refused,
      photos: arrivals.reduce((sum, { review }) => sum + review.photoUrls.length, 0),
      faults,
      sample: arrivals.slice(0, SAMPLE).map(({ review }) => review),
    },
  };
};

function read({ bytes, options, now }: ReviewsFile): Outcome<Read> {
  const file = { bytes, encoding: options.encoding };
  const found = readTable(file, (headers) => columnsOf(headers, options.columns));
  if ('refused' in found) return found;
  const table = found.ok;
  const { columns, headers } = table;
  const dates = styleOf(table, options.dateOrder);
  if ('refused' in dates) return dates;
  const reading = { columns, dates: dates.ok, options, now };
  const source = sourceOf(options, formatOf(headers));
  const gathered = gatherArrivals(source);
  for (const row of table.rows)
    gathered.add(
      row.width === headers.length
        ? readLine(row.cells, row.line, reading)
        : wrongCount(row, headers.length),
    );
  return {
    ok: { source, rows: table.rows.length, ...gathered.read(), table, dates: dates.ok },
  };
}

/** How days are written: as it was said, or as the file shows it. */
function styleOf(
  { rows, columns }: Table<Columns>,
  said: DateOrder | undefined,
): Outcome<DateStyle | null> {
  const shown = styleIn(rows.map(({ cells }) => cells[columns.date ?? ''] ?? ''));
  if (said !== undefined && shown !== 'serial') return { ok: said };
  return shown === 'both'
    ? unreadable('Some dates begin with the day and some with the month; say dateOrder.', {
        asks: 'dateOrder',
      })
    : { ok: shown };
}

function wrongCount({ line, width }: TableRow, want: number): ReadLine {
  const detail = `The line has ${width} columns, the first one ${want}.`;
  const fault: ImportFault = {
    line,
    code: 'wrongColumnCount',
    detail,
    photo: false,
    comes: false,
  };
  return { key: [], review: null, faults: [fault] };
}
