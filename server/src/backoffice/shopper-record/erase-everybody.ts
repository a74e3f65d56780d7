import type { Deps } from '../../deps.ts';
import { eraseShopper } from './erase-shopper.ts';
import { selectPeople } from '../../loyalty/shoppers/queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** People erased between two looks at who is left. */
const PAGE = 200;

/** Erases every person a shop knows. Doing it again changes nothing. */
export const eraseEverybody = async (deps: Deps, shop: ShopRow): Promise<void> => {
  let after = '';
  for (;;) {
    const asked = { shopId: shop.id, after, limit: PAGE };
    const page = await deps.store.read((tx) => tx.run(selectPeople, asked));
    for (const { id, externalId } of page) {
      const ref = externalId === null ? { guestId: id } : { externalId };
      await eraseShopper(deps, { shop, ref });
    }
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return;
  }
};
