import { first, type Tx } from '../../platform/store/store.ts';
import { lockOrder, selectOrdersOfShopper, updateOrderOwner } from './rules/queries.ts';

const PAGE = 200;

/**
 * Gives a merged shopper's orders to the one they became, with what was found out
 * for them: their awards stay exactly as they are.
 */
export const moveOrdersTo = async (
  tx: Tx,
  move: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from, to } = move;
  for (;;) {
    const found = await tx.run(selectOrdersOfShopper, { shopId, shopperId: from, limit: PAGE });
    for (const { id } of found) {
      const row = await first(tx, lockOrder, { shopId, id });
      if (row === undefined) continue;
      const { [from]: own, ...others } = row.contexts;
      const contexts = own === undefined ? others : { ...others, [to]: own };
      await tx.run(updateOrderOwner, { shopId, id, shopperId: to, contexts });
    }
    if (found.length < PAGE) return;
  }
};
