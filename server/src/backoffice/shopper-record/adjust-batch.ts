import type { BatchAnswer, BatchInput } from '@okaeri/shared/shoppers';
import type { Refusal } from '@okaeri/shared/errors';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { newId } from '../../platform/lib/ids.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import { findExisting, lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import type { ShopRow } from '../../access/tables.ts';

type Row = BatchInput['adjustments'][number];
type Fault = BatchAnswer['faults'][number];

const STOPPING: Refusal = {
  code: 'busy',
  detail: 'The server is stopping: send this row again.',
};

/**
 * Adjusts many shoppers at once. A dry run changes nothing and finds what a real
 * run would refuse; what was done can be undone as a whole.
 */
export const adjustBatch = async (
  deps: Deps,
  input: { shop: ShopRow; batch: BatchInput },
): Promise<BatchAnswer> => {
  const { shop, batch } = input;
  const batchId = `bat_${newId()}`;
  const faults: Fault[] = [];
  let done = 0;
  let points = 0;
  const { stopping } = deps.underWay;
  for (const [index, row] of batch.adjustments.entries()) {
    // Each row is one write: the caller must know which of them were done.
    const refused = stopping.aborted
      ? STOPPING
      : batch.dryRun
        ? await tryRow(deps, shop, row)
        : await doRow(deps, shop, row, batchId);
    if (refused === undefined) {
      done += 1;
      points += row.points;
    } else faults.push({ row: index + 1, code: refused.code, detail: refused.detail });
  }
  return { batchId: batch.dryRun ? null : batchId, done, points, faults };
};

/** What would stand in the way of a row, without changing anything. */
function tryRow(deps: Deps, shop: ShopRow, row: Row): Promise<Refusal | undefined> {
  return deps.store.read(async (tx): Promise<Refusal | undefined> => {
    const shopper = await findExisting(tx, { shopId: shop.id, externalId: row.shopperId });
    if (shopper === undefined) return { code: 'unknownShopper', detail: 'No such shopper.' };
    const { book } = await openBook(tx, shopper, nowOf(deps, shop));
    const { available } = book.account;
    return row.points < 0 && available < -row.points
      ? { code: 'adjustmentTooLarge', detail: `${Math.max(0, available)} are available.` }
      : undefined;
  });
}

function doRow(deps: Deps, shop: ShopRow, row: Row, batchId: string): Promise<Refusal | undefined> {
  return deps.store.write(async (tx): Promise<Refusal | undefined> => {
    const shopper = await lockNamed(tx, { shopId: shop.id, externalId: row.shopperId });
    if (shopper === undefined) return { code: 'unknownShopper', detail: 'No such shopper.' };
    const { document, version } = await currentProgram(deps, tx, shop);
    const open = await openBook(tx, shopper, nowOf(deps, shop));
    const order = { ...row, note: row.note ?? null, batchId };
    const done = await adjustInBook(tx, open, { document, version }, order);
    return 'refused' in done ? done.refused : undefined;
  });
}
