import { first, type Tx } from '../../platform/store/store.ts';
import { lockOrder, selectAllOrdersOfShopper, updateOrderState } from './rules/queries.ts';
import type { OrderRow } from './tables.ts';

const PAGE = 200;

const PERSONAL: ReadonlySet<string> = new Set(['shopper', 'referralCode', 'origin']);

/** A state without who bought, where from, and by whose recommendation. */
export const withoutPerson = (state: unknown): unknown => {
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !PERSONAL.has(name)));
};

/** Takes the person out of every order of a shopper; what was bought and earned stays. */
export const forgetOwner = async (
  tx: Tx,
  owner: { shopId: string; shopperId: string },
): Promise<void> => {
  let after = '';
  for (;;) {
    const page: Pick<OrderRow, 'id'>[] = await tx.run(selectAllOrdersOfShopper, {
      ...owner,
      after,
      limit: PAGE,
    });
    for (const { id } of page) {
      const row = await first(tx, lockOrder, { shopId: owner.shopId, id });
      if (row === undefined) continue;
      await tx.run(updateOrderState, { shopId: owner.shopId, id, state: withoutPerson(row.state) });
    }
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) return;
  }
};
