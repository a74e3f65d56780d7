import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** What speaks for a program at the form. */
export interface Spam {
  readonly trapped: boolean;
  readonly unproven: boolean;
}

/**
 * A shopper who has bought something is no program; of everybody else a little work is asked
 * for, and where it is missing a person looks.
 */
export const spamOf = (
  author: Pick<ShopperRow, 'orderCount'>,
  sent: { readonly website?: string | null | undefined; readonly isProven: boolean },
): Spam => ({
  trapped: (sent.website ?? '') !== '',
  unproven: author.orderCount <= 0 && !sent.isProven,
});
