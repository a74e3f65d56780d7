import type { BalanceFault, BalanceOptions, BalancePreview } from '@okaeri/shared/balance-imports';
import { LIMITS } from '@okaeri/shared/limits';
import { balanceColumnsOf, balanceFormatOf, type BalanceColumns } from './balance-column-rules.ts';
import { readBalance, type BalanceRow } from './balance-row-rules.ts';
import { orderIn, type DateOrder } from './date-rules.ts';
import { readTable, type Outcome, type Table } from './read-table.ts';
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
  readonly columns: BalanceColumns;
  readonly headers: readonly string[];
  readonly count: number;
  readonly rows: readonly BalanceRow[];
  /** Lines that cannot come, and the first of them with their reasons. */
  readonly refused: number;
  readonly faults: readonly BalanceFault[];
}

/** Which number is the day, where the dates of a file show it. */
const orderOf = ({ rows, columns }: Table<BalanceColumns>): DateOrder | null => {
  const { date } = columns;
  if (date === undefined) return null;
  const found = orderIn(rows.map(({ cells }) => cells[date] ?? ''));
  return found === 'both' ? null : found;
};

/** Counts how many lines just like one were there before it. */
const createAlikeCount = (): ((row: BalanceRow) => number) => {
  const counts = new Map<string, number>();
  return (row) => {
    const what = JSON.stringify([nameIn(row), row.at, row.points, row.reason]);
    const before = counts.get(what) ?? 0;
    counts.set(what, before + 1);
    return before;
  };
};

/** What somebody is known by, so that nobody stands in a file twice. */
const nameIn = ({ shopperId, email }: BalanceRow): string =>
  shopperId === null ? `@${email?.toLowerCase() ?? ''}` : shopperId;

/** Reads a file of members, in which nobody stands twice, or of their history, in which each movement does once. */
export const readMembers = ({ bytes, options, now }: MembersFile): Outcome<ReadMembers> => {
  const file = { bytes, encoding: options.encoding };
  const found = readTable(file, (headers) => balanceColumnsOf(headers, options));
  if ('refused' in found) return found;
  const { encoding, headers, columns, rows: lines } = found.ok;
  if (lines.length === 0) return unreadable('The file has no lines.');
  const { kind } = options;
  const order = options.dateOrder ?? orderOf(found.ok);
  const reading = { columns, kind, order, now };
  const rows: BalanceRow[] = [];
  const faults: BalanceFault[] = [];
  const seen = new Set<string>();
  const countAlike = createAlikeCount();
  for (const { cells, line } of lines) {
    const read = readBalance(cells, reading, line);
    if ('fault' in read) faults.push(read.fault);
    else if (kind === 'balances' && seen.has(nameIn(read.row)))
      faults.push({ line, code: 'duplicate', detail: 'An earlier line is about them.' });
    else {
      seen.add(nameIn(read.row));
      rows.push({ ...read.row, alike: countAlike(read.row) });
    }
  }
  return {
    ok: {
      format: balanceFormatOf(headers),
      encoding,
      columns,
      headers,
      count: lines.length,
      rows,
      refused: faults.length,
      faults: faults.slice(0, LIMITS.importFaultsMax),
    },
  };
};
