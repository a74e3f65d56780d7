import type { Outcome } from '../../platform/lib/outcome.ts';
import type { BatchAnswer } from '@okaeri/shared/shoppers';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { cutWords } from '@okaeri/shared/words';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { NO_COUNTS } from '../../loyalty/ledger/book-rules.ts';
import { recountForTiers } from '../../loyalty/ledger/count-rules.ts';
import { loadSourceAwards, openBook, type OpenBook } from '../../loyalty/ledger/open-book.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { standingOf } from '../../loyalty/tiers/follow-tiers.ts';
import { ladderOf } from '../../loyalty/tiers/ladder-rules.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import type { ProgramVersion } from '../../loyalty/program/load-program.ts';
import {
  selectAdjustment,
  selectBatch,
  setAdjustmentUndone,
} from '../../loyalty/ledger/adjustment-queries.ts';
import { isImport, undoneId } from '../../loyalty/ledger/adjustment-rules.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import type { AdjustmentRow } from '../../loyalty/ledger/tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What was undone stays so, and the rest is undone when it is asked for again. */
export const UNDO_CUT_OFF: { readonly refused: Refusal } = {
  refused: {
    code: 'busy',
    detail: 'Stopped before it was done. Ask again: it goes on where it ended.',
  },
};

type Undone = 'nothing' | { readonly points: number } | { readonly refused: Refusal };

/** Undoes a batch: each of its adjustments is answered by its opposite, as far as the points are there. */
export const undoBatch = async (
  deps: Deps,
  input: { shop: ShopRow; batchId: string; isImport: boolean },
): Promise<Outcome<BatchAnswer>> => {
  const { shop, batchId } = input;
  const shopId = shop.id;
  const rows = await deps.store.read((tx) => tx.run(selectBatch, { shopId, batchId }));
  // A file of members is taken back whole, with what is not points.
  if (rows.length === 0 || isImport(batchId) !== input.isImport)
    return { refused: { code: 'unknownBatch', detail: 'There is no such batch.' } };
  const faults: BatchAnswer['faults'][number][] = [];
  let done = 0;
  let points = 0;
  // What gives back comes first: a batch may have given somebody more than it left them.
  const inOrder = rows.toSorted((a, b) => a.points - b.points);
  for (const [index, { id, shopperId }] of inOrder.entries()) {
    if (deps.underWay.stopping.aborted) return UNDO_CUT_OFF;
    const undone = await deps.store.write(async (tx): Promise<Undone> => {
      const named = await first(tx, lockShopper, { shopId, shopperId });
      const shopper = await lockMerged(tx, named);
      const row = await first(tx, selectAdjustment, { shopId, id });
      if (shopper === undefined || row === undefined || row.undoneAt !== null) return 'nothing';
      const version = shop.programVersion;
      const program = { document: await loadProgram(deps, tx, { shopId, version }), version };
      const open = await openBook(tx, shopper, nowOf(deps, shop));
      const refused = await takeBack(tx, open, program, {
        row,
        reason: cutWords(`undo ${row.reason}`, LIMITS.textLengthMax),
      });
      const who = shopper.externalId ?? shopper.id;
      if (refused !== undefined)
        return { refused: { ...refused, detail: `${who}: ${refused.detail}` } };
      await tx.run(setAdjustmentUndone, { shopId, id, undoneAt: open.now });
      if (input.isImport) await standAgain(tx, shopper, program, open.now);
      return { points: 0 - row.points };
    });
    if (undone === 'nothing') continue;
    if ('refused' in undone) {
      const { code, detail } = undone.refused;
      faults.push({ row: index + 1, code, detail });
    } else {
      done += 1;
      points += undone.points;
    }
  }
  return { ok: { batchId, done, points, faults } };
};

/** Answers one adjustment with its opposite. */
export async function takeBack(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  { row, reason }: { row: AdjustmentRow; reason: string },
): Promise<Refusal | undefined> {
  if (row.points === 0) {
    await takeBackTier(tx, open, row);
    return undefined;
  }
  const done = await adjustInBook(tx, open, program, {
    id: undoneId(row.id),
    points: -row.points,
    reason,
    note: null,
    countsForLifetime: row.countsForLifetime,
    batchId: null,
    undoes: row.id,
  });
  return 'refused' in done ? done.refused : undefined;
}

/** After an import was taken back, a tier is what it would be without it, grace or none. */
async function standAgain(
  tx: Tx,
  { shopId, id: shopperId }: { shopId: string; id: string },
  program: ProgramVersion,
  now: number,
): Promise<void> {
  const ladder = ladderOf(program.document);
  const row = await first(tx, lockShopper, { shopId, shopperId });
  if (ladder === null || row === undefined) return;
  const open = await openBook(tx, row, now);
  open.profile.standing = await standingOf(tx, { ...row, standing: null }, ladder);
  await saveBook(tx, open);
}

/** A tier that was imported: what it counted no longer does. */
async function takeBackTier(tx: Tx, open: OpenBook, row: AdjustmentRow): Promise<void> {
  for (const { id } of await loadSourceAwards(tx, open, { kind: 'adjustment', id: row.id })) {
    const to = { counts: NO_COUNTS, effectiveAt: open.now };
    open.book = recountForTiers(open.book, id, to);
  }
  await saveBook(tx, open);
}
