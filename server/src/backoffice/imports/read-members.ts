import type { Outcome } from '../../platform/lib/outcome.ts';
import type { BalanceFault, BalanceOptions, BalancePreview } from '@okaeri/shared/balance-imports';
import { keyOfEmail } from '@okaeri/shared/emails';
import { LIMITS } from '@okaeri/shared/limits';
import { balanceColumnsOf, balanceFormatOf, type BalanceColumns } from './balance-column-rules.ts';
import { readBalance, type BalanceReading, type BalanceRow } from './balance-row-rules.ts';
import { birthdayStyleIn } from './birthday-rules.ts';
import { styleIn } from './date-rules.ts';
import { markIn } from './number-rules.ts';
import { readTable, type Table } from './read-table.ts';
import { unreadable } from './unreadable.ts';

/** A file of members, and how it is to be read. */
export interface MembersFile {
  readonly bytes: Uint8Array;
  readonly options: BalanceOptions;
  readonly now: number;
}

/** A file that was read: what it is, its lines, and what is wrong with them. */
export interface ReadMembers {
  readonly format: BalancePreview['format'];
  readonly encoding: string;
  readonly dateOrder: BalancePreview['dateOrder'];
  readonly decimalMark: BalancePreview['decimalMark'];
  readonly columns: BalanceColumns;
  readonly headers: readonly string[];
  readonly count: number;
  readonly rows: readonly BalanceRow[];
  /** Lines that cannot come. */
  readonly refused: number;
  /** Why they cannot, and what of others does not: as much as is reported. */
  readonly faults: readonly BalanceFault[];
}

/** Reads a file of members, in which nobody stands twice, or of their history, in which each movement does once. */
export const readMembers = ({ bytes, options, now }: MembersFile): Outcome<ReadMembers> => {
  const file = { bytes, encoding: options.encoding };
  const found = readTable(file, (headers) => balanceColumnsOf(headers, options));
  if ('refused' in found) return found;
  const { encoding, headers, columns, rows: lines } = found.ok;
  if (lines.length === 0) return unreadable('The file has no lines.');
  const { kind } = options;
  const reading = { ...readingOf(found.ok, options), now };
  const rows: BalanceRow[] = [];
  const faults: BalanceFault[] = [];
  const seen = new Set<string>();
  const countAlike = createAlikeCount();
  for (const { cells, line } of lines) {
    const read = readBalance(cells, reading, line);
    const isTwice = 'row' in read && kind === 'balances' && seen.has(nameIn(read.row));
    if ('fault' in read) faults.push(read.fault);
    else if (isTwice)
      faults.push({ line, code: 'duplicate', detail: 'An earlier line is about them.' });
    else {
      seen.add(nameIn(read.row));
      faults.push(...read.remarks);
      rows.push({ ...read.row, alike: countAlike(read.row) });
    }
  }
  return {
    ok: {
      format: balanceFormatOf(headers),
      encoding,
      dateOrder: orderOf(reading),
      decimalMark: reading.mark,
      columns,
      headers,
      count: lines.length,
      rows,
      refused: lines.length - rows.length,
      faults: faults.slice(0, LIMITS.importFaultsMax),
    },
  };
};

/** How the lines of a file are written, where it shows it and nobody has said it. */
function readingOf(
  { rows, columns }: Table<BalanceColumns>,
  { kind, dateOrder, decimalMark }: BalanceOptions,
): Omit<BalanceReading, 'now'> {
  const cellsOf = (...fields: (keyof BalanceColumns)[]): string[] =>
    fields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : rows.map(({ cells }) => (cells[column] ?? '').trim());
    });
  const shown = styleIn(cellsOf('date'));
  const born = birthdayStyleIn(cellsOf('birthday'));
  const marks = markIn(cellsOf('points', 'lifetimePoints'));
  return {
    columns,
    kind,
    // Days that are counted are counted, whatever was said of how others are written.
    dates: shown === 'serial' ? shown : (dateOrder ?? (shown === 'both' ? null : shown)),
    birthdays: born === 'serial' ? born : (dateOrder ?? born),
    mark: decimalMark ?? (marks === 'both' ? null : marks),
  };
}

/** Counts how many lines just like one were there before it. */
function createAlikeCount(): (row: BalanceRow) => number {
  const counts = new Map<string, number>();
  return (row) => {
    const what = JSON.stringify([nameIn(row), row.at, row.points, row.reason]);
    const before = counts.get(what) ?? 0;
    counts.set(what, before + 1);
    return before;
  };
}

/** What somebody is known by, so that nobody stands in a file twice. */
function nameIn({ shopperId, email }: BalanceRow): string {
  return shopperId === null ? `@${keyOfEmail(email ?? '')}` : shopperId;
}

/** Days that are counted have no order. */
function orderOf({ dates, birthdays }: BalanceReading): ReadMembers['dateOrder'] {
  if (dates !== null && dates !== 'serial') return dates;
  return birthdays === 'serial' ? null : birthdays;
}
