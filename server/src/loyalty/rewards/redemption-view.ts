import type { ProgramDocument } from '@okaeri/shared/program';
import type { Reward } from '@okaeri/shared/rewards';
import type { HeldRedemption, Redemption } from '@okaeri/shared/redemptions';
import type { Balance } from '@okaeri/shared/shoppers';
import { debtOf, expiresAt, type Account } from '../ledger/book-rules.ts';
import { loadAwards, type OpenBook } from '../ledger/open-book.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { remainingOf } from './voucher-rules.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';

/** A shopper's accounts as the API shows them: what is owed is a debt, not a negative balance. */
export const toBalance = (account: Account): Balance => ({
  pending: account.pending,
  available: Math.max(0, account.available),
  held: account.held,
  debt: debtOf(account),
});

/** Whether the shopper can give it back: not once it was used, nor a code from a pool, which others may know. */
export const isReleasable = (
  row: Pick<RedemptionRow, 'state' | 'uses'>,
  reward: Reward | undefined,
): boolean =>
  (row.state === 'issued' || row.state === 'held') &&
  row.uses.length === 0 &&
  !(reward?.codes === 'pool' && row.state === 'issued');

/** A redemption as the API shows it, without the balance. */
export const toRedemption = (
  row: RedemptionRow,
  reward: Reward | undefined,
): Omit<Redemption, 'balance'> => ({
  id: row.id,
  rewardId: row.rewardId,
  state: row.state,
  points: row.points,
  takenAt: isoOf(row.createdAt),
  note: row.note,
  voucher:
    row.code === ''
      ? null
      : {
          code: row.code,
          kind: reward?.kind ?? 'fixedDiscount',
          valueMinor: row.valueMinor,
          remainingMinor: remainingOf(row.valueMinor, row.uses),
          currency: row.currency,
          expiresAt: isoOf(row.expireAt),
        },
  releasable: isReleasable(row, reward),
});

/** What a shopper has in hand, and what of it could no longer be had back. */
export const viewHeld = async (
  tx: Tx,
  open: OpenBook,
  rows: readonly RedemptionRow[],
  document: ProgramDocument,
): Promise<HeldRedemption[]> => {
  const views: HeldRedemption[] = [];
  for (const row of rows) {
    await loadAwards(
      tx,
      open,
      row.allocations.map(([awardId]) => awardId),
    );
    const reward = document.rewards.find(({ id }) => id === row.rewardId);
    views.push({ ...toRedemption(row, reward), latePoints: latePointsOf(open, row) });
  }
  return views;
};

/** Points of a redemption that came from lots whose end is past: given back, they expire at once. */
function latePointsOf(open: OpenBook, row: RedemptionRow): number {
  return row.allocations.reduce((late, [awardId, points]) => {
    const award = open.book.awards.get(awardId);
    return award && expiresAt(award, open.book.activeAt) <= open.now ? late + points : late;
  }, 0);
}
