import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { BalanceFault, BalanceOptions, BalancePreview } from '@okaeri/shared/balance-imports';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import type { ShopRow } from '../store/rows.ts';
import { balanceColumnsOf, balanceFormatOf, type BalanceColumns } from './balance-column-rules.ts';
import { orderIn, type DateOrder } from './date-rules.ts';
import { readBalance, type BalanceRow } from './balance-row-rules.ts';
import { unreadable } from './unreadable.ts';
import { decodeFile, delimiterOf } from './text-rules.ts';

/** A file of members, and how it is to be read. */
export interface MembersFile {
  readonly shop: ShopRow;
  readonly bytes: Uint8Array;
  readonly options: BalanceOptions;
}

/** A file that was read: what it is, its lines, and what is wrong with them. */
export interface ReadMembers {
  readonly format: BalancePreview['format'];
  readonly encoding: string;
  readonly columns: BalanceColumns;
  readonly headers: readonly string[];
  readonly count: number;
  readonly rows: readonly BalanceRow[];
  readonly faults: readonly BalanceFault[];
}

export type Outcome<T> = { readonly ok: T } | { readonly refused: Refusal };

const recordsOf = async (text: string): Promise<Outcome<Record<string, string>[]>> => {
  const delimiter = delimiterOf(text);
  const how = { bom: true, columns: true, delimiter, relax_column_count: true, trim: true };
  const records: Record<string, string>[] = [];
  try {
    const parser = Readable.from([text]).compose(parse({ ...how, skip_empty_lines: true }));
    for await (const record of parser) {
      records.push(record as Record<string, string>);
      if (records.length > LIMITS.importRowsMax)
        return unreadable(`A file may have ${LIMITS.importRowsMax} members at most.`);
    }
  } catch (error) {
    if (error instanceof CsvError) return unreadable(error.message);
    throw error;
  }
  return { ok: records };
};

/** Which number is the day, where the dates of a file show it. */
const orderOf = (
  records: readonly Record<string, string>[],
  column: string | undefined,
): DateOrder | null => {
  if (column === undefined) return null;
  const found = orderIn(records.map((record) => record[column] ?? ''));
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
export const readMembers = async (
  { bytes, options }: MembersFile,
  now: number,
): Promise<Outcome<ReadMembers>> => {
  const decoded = decodeFile(bytes, options.encoding);
  if ('fault' in decoded) return unreadable(decoded.fault);
  const records = await recordsOf(decoded.text);
  if ('refused' in records) return records;
  const headers = Object.keys(records.ok[0] ?? {});
  if (headers.length === 0) return unreadable('The file has no lines.');
  const found = balanceColumnsOf(headers, options);
  if ('fault' in found) return unreadable(found.fault, headers);
  const rows: BalanceRow[] = [];
  const faults: BalanceFault[] = [];
  const seen = new Set<string>();
  const countAlike = createAlikeCount();
  const { columns } = found;
  const order = options.dateOrder ?? orderOf(records.ok, columns.date);
  const { kind } = options;
  const reading = { columns, kind, order, now };
  for (const [index, record] of records.ok.entries()) {
    // The header is line 1.
    const read = readBalance(record, reading, index + 2);
    if ('fault' in read) faults.push(read.fault);
    else if (kind === 'balances' && seen.has(nameIn(read.row)))
      faults.push({ line: index + 2, code: 'duplicate', detail: 'An earlier line is about them.' });
    else {
      seen.add(nameIn(read.row));
      rows.push({ ...read.row, alike: countAlike(read.row) });
    }
  }
  const { encoding } = decoded;
  const format = balanceFormatOf(headers);
  return { ok: { format, encoding, columns, headers, count: records.ok.length, rows, faults } };
};
