import type { Deps } from '../deps.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { first, type Tx } from '../store/store.ts';
import { knownOrder, setAward, withdrawAward } from './apply-order.ts';
import { readState } from './state-rules.ts';
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
      const version = row.programVersion;
      const document = await loadProgram(deps, tx, { shopId, version });
      const order = knownOrder({
        id,
        state: readState(row.state),
        document,
        programVersion: version,
        isNew: false,
      });
      await tx.run(updateOrderOwner, { shopId, id, shopperId: member.shopper.id });
      await withdrawAward(tx, guest, order);
      await setAward(tx, member, order);
    }
    if (found.length < PAGE) return;
  }
};
