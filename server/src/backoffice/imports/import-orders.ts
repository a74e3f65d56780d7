import { keyOfEmail } from '@okaeri/shared/emails';
import type { OrderFileOptions } from '@okaeri/shared/imports';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { PointsOutOfRangeError } from '../../loyalty/earning/points-rules.ts';
import { earningsByToday } from './order-points.ts';
import { readImportRow, type ImportRow, type ReadRow, type RowReading } from './order-row-rules.ts';
import { openOrderFile } from './order-file.ts';
import { putOrder } from '../../loyalty/orders/put-order.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Orders written at once; they share commits. */
const IN_FLIGHT = 64;
/** Faults kept word for word; beyond them only their number is reported. */
const FAULTS_MAX = 1000;

/** A row that did not go in, or not with everything in it. */
interface ImportFault {
  readonly line: number;
  readonly reason: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  rows: number;
  created: number;
  unchanged: number;
  failed: number;
  /** Points the imported orders earned; in a dry run, an estimate without tiers, segments and caps. */
  points: number;
  /** It was stopped before the end of the file. */
  isCutOff: boolean;
  readonly faults: ImportFault[];
  /** What of rows that went in was left out. */
  readonly remarks: ImportFault[];
}

type ReadOrder = Exclude<ReadRow, { fault: string }>;

type Fail = (line: number, reason: string) => void;

/**
 * Imports a file of past orders. A bad row is reported with its line and the rest
 * goes in; the same file a second time changes nothing.
 *
 * @throws ImportFileError when the columns are not there, or the file cannot be read
 */
export const importOrders = async (
  deps: Deps,
  input: {
    shop: ShopRow;
    path: string;
    dryRun: boolean;
    options?: OrderFileOptions;
    progress?: (rows: number) => void;
  },
): Promise<ImportReport> => {
  const report = emptyReport();
  const file = await openOrderFile(input.path, input.options ?? {});
  const reading = { ...file.reading, now: nowOf(deps, input.shop) };
  const earnings = await earningsByToday(deps, input.shop);
  const fail = (line: number, reason: string): void => {
    report.failed += 1;
    if (report.faults.length < FAULTS_MAX) report.faults.push({ line, reason });
  };
  const readRow = rowReader(report, reading, fail);

  const put = async ({ orderId, state }: ReadOrder, line: number): Promise<void> => {
    const order = { shop: input.shop, orderId, state, body: state, imported: true };
    const outcome = await putOrder(deps, order);
    if ('refused' in outcome) fail(line, outcome.refused.detail);
    else if (outcome.created) {
      report.created += 1;
      report.points += outcome.ok.points.target;
    } else report.unchanged += 1;
  };

  const running = new Set<Promise<void>>();
  // A shopper's orders go in one after another, in the order of the file: so does their history.
  const lastOf = new Map<string, Promise<void>>();
  for await (const { record, line } of file.rows()) {
    report.isCutOff = deps.underWay.stopping.aborted;
    if (report.isCutOff) break;
    report.rows += 1;
    input.progress?.(report.rows);
    const read = readRow(record, line);
    if (read === undefined) continue;
    if (input.dryRun) {
      const fault = tryOut(report, () => earnings(read.orderId, read.state));
      if (fault !== undefined) fail(line, fault);
      continue;
    }
    const shopper = read.state.shopper?.id ?? keyOfEmail(read.state.shopper?.email ?? '');
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

function emptyReport(): ImportReport {
  return {
    rows: 0,
    created: 0,
    unchanged: 0,
    failed: 0,
    points: 0,
    isCutOff: false,
    faults: [],
    remarks: [],
  };
}

/** Reads rows; undefined where one is bad, or is about an order of an earlier one, which is reported. */
function rowReader(report: ImportReport, reading: RowReading, fail: Fail) {
  const seen = new Map<string, number>();
  return (row: ImportRow, line: number): ReadOrder | undefined => {
    const read = readImportRow(row, reading);
    if ('fault' in read) {
      fail(line, read.fault);
      return undefined;
    }
    const before = seen.get(read.orderId);
    seen.set(read.orderId, before ?? line);
    if (before === undefined) {
      remarkOn(report, line, read.remarks);
      return read;
    }
    fail(line, `order_id stands in line ${before} already`);
    return undefined;
  };
}

/** Counts what an order would earn, or says why that cannot be counted. */
function tryOut(report: ImportReport, earns: () => number): string | undefined {
  try {
    report.points += earns();
  } catch (error) {
    if (!(error instanceof PointsOutOfRangeError)) throw error;
    return error.message;
  }
  report.created += 1;
  return undefined;
}

/** Notes what of a row was left out, as much as is reported. */
function remarkOn({ remarks }: ImportReport, line: number, said: readonly string[]): void {
  const room = FAULTS_MAX - remarks.length;
  remarks.push(...said.slice(0, room).map((reason) => ({ line, reason })));
}
