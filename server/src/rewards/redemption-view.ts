import type { Reward } from '@okaeri/shared/rewards';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { Balance } from '@okaeri/shared/shoppers';
import { debtOf, type Account } from '../ledger/book-rules.ts';
import { isoOf } from '../lib/clock.ts';
import type { RedemptionRow } from '../store/rows.ts';
import { remainingOf } from './voucher-rules.ts';

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
