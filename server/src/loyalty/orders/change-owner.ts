import { openBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first } from '../../platform/store/store.ts';
import { withdrawAwards, type LoadedOrder } from './rules/apply-order.ts';
import { followEarning } from '../games/follow-earning.ts';
import type { OrderWork } from './save-order.ts';
import type { OrderRow } from './tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** An order keeps its programme version; joining and tiers go by today's. */
export const todaysProgram = async ({ deps, tx, input }: OrderWork) => {
  const { id: shopId, programVersion: version } = input.shop;
  return { document: await loadProgram(deps, tx, { shopId, version }), version };
};

/** The order's owner, once a former one has left; their row may have changed with it (a referral's other side). */
export const changeOwner = async (
  work: OrderWork,
  known: OrderRow | undefined,
  order: LoadedOrder,
  shopper: ShopperRow | undefined,
): Promise<ShopperRow | undefined> => {
  if (known === undefined || known.shopperId === (shopper?.id ?? null)) return shopper;
  await leaveFormerOwner(work, known, order);
  const { shop } = work.input;
  return shopper && first(work.tx, lockShopper, { shopId: shop.id, shopperId: shopper.id });
};

/** The shopper whom the order belonged to loses its award. */
async function leaveFormerOwner(
  work: OrderWork,
  known: OrderRow,
  order: LoadedOrder,
): Promise<void> {
  const { tx, input, now } = work;
  if (known.shopperId === null) return;
  const former = await first(tx, lockShopper, {
    shopId: input.shop.id,
    shopperId: known.shopperId,
  });
  if (former === undefined) return;
  const open = await openBook(tx, former, now);
  await withdrawAwards(tx, open, order);
  for (const follower of work.deps.orderFollowers) await follower.leave?.(tx, open, order);
  const contexts = known.contexts[former.id];
  await followEarning(tx, open, await todaysProgram(work), {
    at: Date.parse(order.state.placedAt),
    before: contexts?.tallies ?? {},
    after: {},
    order,
    secretKey: work.deps.secretKey,
  });
  await saveBook(tx, open);
}
