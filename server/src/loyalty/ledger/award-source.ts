import type { Receipt } from '@okaeri/shared/ledger';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import { deltaOf, moveAward, type AwardTarget } from './award-rules.ts';
import { awardOf, withAward } from './book-rules.ts';
import { settle } from './due-rules.ts';
import { awardFromRow, loadAwards, loadSpendable, type OpenBook } from './open-book.ts';
import { packReceipt } from './receipt-rules.ts';
import type { AwardRow } from './tables.ts';

/** What a source is, and what one part of it should have given this shopper. */
export interface SourceTarget extends Omit<AwardTarget, 'receipt' | 'isNew'> {
  readonly kind: AwardRow['sourceKind'];
  readonly sourceId: string;
  readonly part: string;
  readonly programVersion: number;
  readonly receipt: Receipt;
}

/** The row of a new award, with nothing in it. */
export const newAwardRow = (
  open: OpenBook,
  source: Pick<SourceTarget, 'kind' | 'sourceId' | 'part' | 'programVersion'>,
): AwardRow => ({
  shopId: open.shopper.shopId,
  id: newId(),
  shopperId: open.shopper.id,
  originId: open.shopper.id,
  sourceKind: source.kind,
  sourceId: source.sourceId,
  part: source.part,
  programVersion: source.programVersion,
  posted: 0,
  forgiven: 0,
  countedPoints: 0,
  countedSpendMinor: 0,
  countedOrders: 0,
  lotPoints: 0,
  matured: false,
  matureAt: NEVER_AT,
  expireAt: NEVER_AT,
  dueAt: NEVER_AT,
  idleDays: 0,
  limited: false,
  grant: null,
  lineIds: [],
  borrowed: [],
});

/**
 * Moves the award of one part of a source to its target in an open book, creating
 * it when `known` is undefined. The book is not saved.
 */
export const moveSource = async (
  tx: Tx,
  open: OpenBook,
  known: AwardRow | undefined,
  to: SourceTarget,
): Promise<AwardRow> => {
  const row = known ?? newAwardRow(open, to);
  if (known === undefined) open.book = withAward(open.book, awardFromRow(row));
  else await loadOthers(tx, open, row, to);
  const { stored, lineIds } = packReceipt(to.receipt, row.lineIds);
  open.awardRows.set(row.id, { ...row, lineIds });
  const { kind: _kind, sourceId: _id, part: _part, programVersion: _version, ...target } = to;
  const isNew = known === undefined;
  open.book = moveAward(open.book, row.id, { ...target, receipt: stored, isNew }, open.now);
  // What came after its time matures or expires at once, and visibly.
  open.book = settle(open.book, open.now);
  return row;
};

/** Lots that a decision on this award may touch, beyond its own. */
async function loadOthers(tx: Tx, open: OpenBook, row: AwardRow, to: SourceTarget): Promise<void> {
  const award = awardOf(open.book, row.id);
  const delta = deltaOf(award, to.target);
  if (delta > 0)
    await loadAwards(
      tx,
      open,
      award.borrowed.map(([id]) => id),
    );
  const short = -delta - award.lotPoints;
  if (short > 0 && to.policy !== 'onlyPending')
    await loadSpendable(tx, open, short + award.lotPoints);
}
