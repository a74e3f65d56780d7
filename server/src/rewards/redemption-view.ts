import type { Redemption } from '@okaeri/shared/rewards';
import type { Balance } from '@okaeri/shared/shoppers';
import { debtOf, type Account } from '../ledger/book-rules.ts';
import { isoOf } from '../lib/clock.ts';
import type { RedemptionRow } from '../store/rows.ts';

/** A shopper's accounts as the API shows them: what is owed is a debt, not a negative balance. */
export const toBalance = (account: Account): Balance => ({
  pending: account.pending,
  available: Math.max(0, account.available),
  held: account.held,
  debt: debtOf(account),
});

type Shown = Pick<
  RedemptionRow,
  'id' | 'rewardId' | 'state' | 'points' | 'code' | 'valueMinor' | 'currency' | 'expireAt'
>;

/** A redemption as the API shows it, without the balance. */
export const toRedemption = (row: Shown): Omit<Redemption, 'balance'> => ({
  id: row.id,
  rewardId: row.rewardId,
  state: row.state,
  points: row.points,
  voucher: {
    code: row.code,
    valueMinor: row.valueMinor,
    currency: row.currency,
    expiresAt: isoOf(row.expireAt),
  },
  releasable: row.state === 'issued',
});
