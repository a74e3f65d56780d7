import type { Deps } from '../deps.ts';
import { selectAllOrdersOfShopper } from './queries.ts';

const PAGE = 200;

/** Every order of a shopper as it was last told, for their own export. */
export const listOrdersOf = async (
  deps: Deps,
  owner: { shopId: string; shopperId: string },
): Promise<{ readonly id: string; readonly state: unknown }[]> => {
  const orders: { id: string; state: unknown }[] = [];
  for (;;) {
    const after = orders.at(-1)?.id ?? '';
    const page = await deps.store.read((tx) =>
      tx.run(selectAllOrdersOfShopper, { ...owner, after, limit: PAGE }),
    );
    orders.push(...page);
    if (page.length < PAGE) return orders;
  }
};
