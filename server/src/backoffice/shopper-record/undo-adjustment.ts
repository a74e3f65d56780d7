import type { AdjustmentAnswer } from '@okaeri/shared/shoppers';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first } from '../../platform/store/store.ts';
import { selectAdjustment, setAdjustmentUndone } from '../../loyalty/ledger/adjustment-queries.ts';
import { isImport, isUndone } from '../../loyalty/ledger/adjustment-rules.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { toBalance } from '../../loyalty/rewards/redemption-view.ts';
import { lockMerged, lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { takeBack } from './undo-batch.ts';

const UNKNOWN = {
  refused: { code: 'unknownAdjustment', detail: 'This shopper has no such adjustment.' },
} as const;

/** Answers points given or taken by hand with their opposite, once, and says why. */
export const undoAdjustment = (
  deps: Deps,
  input: { shop: ShopRow; externalId: string; id: string; reason: string },
): Promise<Outcome<AdjustmentAnswer>> =>
  deps.store.write(async (tx): Promise<Outcome<AdjustmentAnswer>> => {
    const { shop, externalId, id, reason } = input;
    const shopId = shop.id;
    const shopper = await lockNamed(tx, { shopId, externalId });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'No such shopper.' } };
    const row = await first(tx, selectAdjustment, { shopId, id });
    if (row === undefined || isUndone(id) || isImport(row.batchId ?? '')) return UNKNOWN;
    const owner = await lockMerged(
      tx,
      await first(tx, lockShopper, { shopId, shopperId: row.shopperId }),
    );
    if (owner?.id !== shopper.id) return UNKNOWN;
    if (row.undoneAt !== null)
      return { refused: { code: 'alreadyUndone', detail: 'It was undone before.' } };
    const program = await currentProgram(deps, tx, shop);
    const open = await openBook(tx, shopper, nowOf(deps, shop));
    const refused = await takeBack(tx, open, program, { row, reason });
    if (refused !== undefined) return { refused };
    await tx.run(setAdjustmentUndone, { shopId, id, undoneAt: open.now });
    return { ok: { id, points: 0 - row.points, balance: toBalance(open.book.account) } };
  });
