import type { AdjustmentAnswer, AdjustmentInput } from '@okaeri/shared/shoppers';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import { expiryOf } from '../earning/points-rules.ts';
import { adjust } from '../ledger/adjust-rules.ts';
import { insertAdjustment } from '../ledger/adjustment-queries.ts';
import { newAwardRow } from '../ledger/award-source.ts';
import { withAward } from '../ledger/book-rules.ts';
import {
  awardFromRow,
  loadAwards,
  loadSourceAwards,
  loadSpendable,
  type OpenBook,
} from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import type { ProgramVersion } from '../program/load-program.ts';
import { toBalance } from '../rewards/redemption-view.ts';
import { followTiers } from '../tiers/follow-tiers.ts';

/** An adjustment within one write, and what it belongs to. */
export interface AdjustmentOrder extends Omit<AdjustmentInput, 'note'> {
  readonly note: string | null;
  readonly batchId: string | null;
  /** Its id, where the same must not be done twice; a new one where left out. */
  readonly id?: string;
  /** When it took effect, where that is past. */
  readonly at?: number;
  /** The adjustment this one undoes: its own lot is taken from first. */
  readonly undoes?: string;
  /** Under whose name it stands, where they have become somebody else by a merge. */
  readonly namedId?: string;
  /** Whether it comes from elsewhere: what tiers give for reaching them was given there. */
  readonly isBrought?: boolean;
}

/** Adds an award for something done by hand to an open book. */
export const openAdjustment = (open: OpenBook, program: ProgramVersion, id: string): string => {
  const { document, version } = program;
  const expiry = expiryOf(document, null, open.now);
  const row = {
    ...newAwardRow(open, { kind: 'adjustment', sourceId: id, part: '', programVersion: version }),
    matureAt: open.now,
    ...expiry,
  };
  open.awardRows.set(row.id, row);
  open.book = withAward(open.book, awardFromRow(row));
  return row.id;
};

/** Adjusts an open book and saves it; or says that there is too little to take. */
export const adjustInBook = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  order: AdjustmentOrder,
): Promise<Outcome<AdjustmentAnswer>> => {
  const { points } = order;
  const { available } = open.book.account;
  if (points < 0 && available < -points)
    return {
      refused: {
        code: 'adjustmentTooLarge',
        detail: `${-points} are to be taken; ${Math.max(0, available)} are available.`,
        extra: { missing: -points - Math.max(0, available) },
      },
    };
  let first: string | undefined;
  if (points < 0) {
    await loadSpendable(tx, open, -points);
    if (order.undoes !== undefined) {
      const [given] = await loadSourceAwards(tx, open, { kind: 'adjustment', id: order.undoes });
      first = given?.id;
      if (first !== undefined) await loadAwards(tx, open, [first]);
    }
  }
  const id = order.id ?? `adj_${newId()}`;
  const awardId = openAdjustment(open, program, id);
  const { countsForLifetime } = order;
  open.book = adjust(open.book, {
    awardId,
    points,
    countsForLifetime,
    now: Math.min(order.at ?? open.now, open.now),
    ...(first !== undefined && { first }),
  });
  await followTiers(tx, open, program, order.isBrought !== true);
  await tx.run(insertAdjustment, {
    shopId: open.shopper.shopId,
    id,
    shopperId: order.namedId ?? open.shopper.id,
    points,
    reason: order.reason,
    note: order.note,
    countsForLifetime,
    batchId: order.batchId,
    undoneAt: null,
    createdAt: open.now,
  });
  await saveBook(tx, open);
  return { ok: { id, points, balance: toBalance(open.book.account) } };
};
