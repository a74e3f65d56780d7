import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { readImportRow, REQUIRED_COLUMNS, type ImportRow, type ReadRow } from './import-rules.ts';
import { putOrder } from './put-order.ts';

/** Orders written at once; they share commits. */
const IN_FLIGHT = 64;
/** Faults kept word for word; beyond them only their number is told. */
const FAULTS_MAX = 1000;

/** A row that did not go in. */
export interface ImportFault {
  readonly line: number;
  readonly reason: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  rows: number;
  created: number;
  unchanged: number;
  failed: number;
  /** It was told to stop before the end of the file. */
  isCutOff: boolean;
  readonly faults: ImportFault[];
}

/** The file cannot be imported at all. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';
}

type ReadOrder = Exclude<ReadRow, { fault: string }>;

interface NumberedRow {
  readonly record: ImportRow;
  readonly info: { readonly lines: number };
}

const readRows = (path: string): AsyncIterable<NumberedRow> => {
  const parser = parse({
    bom: true,
    columns: (header: string[]) => {
      const missing = REQUIRED_COLUMNS.filter((name) => !header.includes(name));
      if (missing.length > 0)
        throw new ImportFileError(`The file lacks the columns ${missing.join(', ')}.`);
      return header;
    },
    info: true,
    max_record_size: LIMITS.importRowLengthMax,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // pipe() does not pass the reader's errors on.
  createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  return parser as AsyncIterable<NumberedRow>;
};

/**
 * Imports a file of past orders. A bad row is reported with its line and the rest
 * goes in; the same file a second time changes nothing.
 *
 * @throws ImportFileError when the columns are not there
 */
export const importOrders = async (
  deps: Deps,
  input: { shop: ShopRow; path: string; dryRun: boolean; progress?: (rows: number) => void },
): Promise<ImportReport> => {
  const report: ImportReport = {
    rows: 0,
    created: 0,
    unchanged: 0,
    failed: 0,
    isCutOff: false,
    faults: [],
  };
  const seen = new Map<string, number>();
  const fail = (line: number, reason: string): void => {
    report.failed += 1;
    if (report.faults.length < FAULTS_MAX) report.faults.push({ line, reason });
  };

  /** The order of a row, or undefined when the row is bad, which is reported. */
  const readRow = (row: ImportRow, line: number): ReadOrder | undefined => {
    const read = readImportRow(row);
    if ('fault' in read) {
      fail(line, read.fault);
      return undefined;
    }
    const before = seen.get(read.orderId);
    seen.set(read.orderId, before ?? line);
    if (before === undefined) return read;
    fail(line, `order_id stands in line ${before} already`);
    return undefined;
  };

  const put = async ({ orderId, state }: ReadOrder, line: number): Promise<void> => {
    const order = { shop: input.shop, orderId, state, body: state, imported: true };
    const outcome = await putOrder(deps, order);
    if ('refused' in outcome) fail(line, outcome.refused.detail);
    else if (outcome.created) report.created += 1;
    else report.unchanged += 1;
  };

  const running = new Set<Promise<void>>();
  // A shopper's orders go in one after another, in the order of the file: so does their history.
  const lastOf = new Map<string, Promise<void>>();
  for await (const { record, info } of readRows(input.path)) {
    report.isCutOff = deps.underWay.stopping.aborted;
    if (report.isCutOff) break;
    report.rows += 1;
    const line = info.lines;
    input.progress?.(report.rows);
    const read = readRow(record, line);
    if (read === undefined) continue;
    if (input.dryRun) {
      report.created += 1;
      continue;
    }
    const shopper = read.state.shopper?.id ?? read.state.shopper?.email ?? '';
    const work = (lastOf.get(shopper) ?? Promise.resolve())
      .then(() => put(read, line))
      .catch((error: unknown) => fail(line, error instanceof Error ? error.message : String(error)))
      .finally(() => {
        running.delete(work);
        if (lastOf.get(shopper) === work) lastOf.delete(shopper);
      });
    lastOf.set(shopper, work);
    running.add(work);
    if (running.size >= IN_FLIGHT) await Promise.race(running);
  }
  await Promise.all(running);
  return report;
};
