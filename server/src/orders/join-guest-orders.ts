import type { Deps } from '../deps.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { first, type Tx } from '../store/store.ts';
import { setAwards, withdrawAwards } from './apply-order.ts';
import { storedOrder } from './answer-order.ts';
import { noteOrder, ownerContexts } from './own-order.ts';
import { lockOrder, selectOrdersOfShopper, updateOrderOwner } from './queries.ts';

/** Orders moved between two looks at what is left. */
const PAGE = 200;

/**
 * Gives a member the orders that waited on a guest: each is an order whose owner
 * changed, so the guest's award goes to nothing and the member's is set. The
 * caller saves both books.
 */
export const joinGuestOrders = async (
  deps: Deps,
  tx: Tx,
  books: { guest: OpenBook; member: OpenBook },
): Promise<void> => {
  const { guest, member } = books;
  const { shopId } = member.shopper;
  for (;;) {
    const found = await tx.run(selectOrdersOfShopper, {
      shopId,
      shopperId: guest.shopper.id,
      limit: PAGE,
    });
    for (const { id } of found) {
      const row = await first(tx, lockOrder, { shopId, id });
      if (row === undefined) continue;
      const before = await storedOrder(deps, tx, row);
      await withdrawAwards(tx, guest, before);
      const { shopper } = member;
      const { document } = before;
      const input = { known: row, shopper, document, now: member.now, quotedAt: undefined };
      const contexts = await ownerContexts(tx, input);
      await tx.run(updateOrderOwner, { shopId, id, shopperId: shopper.id, contexts });
      const order = await storedOrder(deps, tx, { ...row, shopperId: shopper.id, contexts });
      const counts = order.target.counts.orders > 0;
      noteOrder(member, { state: order.state, isNew: true, counts }, document);
      await setAwards(tx, member, order);
    }
    if (found.length < PAGE) return;
  }
};
