import type { ProgramVersion } from '../program/load-program.ts';
import type { Deps } from '../../deps.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { followEarning } from '../games/follow-earning.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { setAwards, withdrawAwards } from './rules/apply-order.ts';
import { storedOrder } from './answer-order.ts';
import { updateProfileFromOrder, ownerContexts, talliesOf, withTallies } from './order-context.ts';
import { lockOrder, selectOrdersOfShopper, updateOrderOwner } from './rules/queries.ts';

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
  program: ProgramVersion,
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
      const tallies = before.who.tallies ?? {};
      const at = Date.parse(before.state.placedAt);
      const { secretKey } = deps;
      const play = { at, order: before, secretKey };
      await followEarning(tx, guest, program, { ...play, before: tallies, after: {} });
      const { shopper } = member;
      const { document } = before;
      const input = { known: row, shopper, document, now: member.now, quotedAt: undefined };
      const found = await ownerContexts(tx, input);
      const contexts = withTallies(found, row, shopper, talliesOf(before, program.document));
      await tx.run(updateOrderOwner, { shopId, id, shopperId: shopper.id, contexts });
      const order = await storedOrder(deps, tx, { ...row, shopperId: shopper.id, contexts });
      const counts = order.target.counts.orders > 0;
      updateProfileFromOrder(member, { state: order.state, isNew: true, counts }, document);
      await setAwards(tx, member, order);
      const after = order.who.tallies ?? {};
      await followEarning(tx, member, program, { ...play, before: {}, after });
    }
    if (found.length < PAGE) return;
  }
};
