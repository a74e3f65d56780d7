import type { Tx } from '../../../platform/store/store.ts';
import { movesBetween, type OwnedPurchase } from '../rules/purchase-rules.ts';
import { addToDay, deleteDaysOf, deleteEmptyDay, selectDaysOf } from './queries.ts';

/**
 * Moves purchase days to what an order has become: what stood of it is taken away, what stands now is given. Whoever
 * calls has locked the shoppers.
 */
export const moveDays = async (
  tx: Tx,
  shopId: string,
  before: OwnedPurchase | undefined,
  after: OwnedPurchase,
): Promise<void> => {
  for (const move of movesBetween(before, after)) {
    await tx.run(addToDay, { shopId, ...move });
    if (move.orders < 0 || move.freeOrders < 0) await tx.run(deleteEmptyDay, { shopId, ...move });
  }
};

/** Gives a merged shopper's days to the one they became: days on which both bought are one. */
export const moveDaysTo = async (
  tx: Tx,
  { shopId, from, to }: { shopId: string; from: string; to: string },
): Promise<void> => {
  const days = await tx.run(selectDaysOf, { shopId, shopperId: from });
  for (const day of days) await tx.run(addToDay, { ...day, shopperId: to });
  if (days.length > 0) await tx.run(deleteDaysOf, { shopId, shopperId: from });
};
