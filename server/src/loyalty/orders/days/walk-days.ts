import type { Store } from '../../../platform/store/store.ts';
import { groupsOf, WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { ShopperDay } from '../rules/purchase-rules.ts';
import { BEFORE_DAYS, type DayTerms } from './day-terms.ts';
import { insidersOf } from './insiders.ts';
import { selectPurchaseDays } from './queries.ts';
import { settleDays } from './settle-days.ts';

/** Everything one shopper has bought. */
export interface ShopperDays {
  readonly shopperId: string;
  /** The earliest first. */
  readonly days: readonly ShopperDay[];
}

/** Whose days are walked through. */
export interface DaysAsked {
  readonly shopId: string;
  /** The programme's of today. */
  readonly terms: DayTerms;
  /** The shop's tags of people who belong to it: they stand in no figure (E9). */
  readonly insiderTags: readonly string[];
  /** The last day that counts. */
  readonly until: number;
}

/**
 * All purchase days of a shop up to a day, shopper by shopper, in the order of their ids and then of days: the same on
 * both engines. They are read in pages, so that no read lasts long and memory holds one page. Whatever is not counted
 * yet is counted first: after an upgrade, or after the programme's zone has changed.
 *
 * Of a day with `orders` 0 only things that cost nothing are kept (`freeOrders`): it is no purchase day unless free
 * orders are included (E70). People who were erased stand in it: they have no name, and no figure changes by it (E12).
 */
export async function* walkPurchaseDays(
  store: Store,
  asked: DaysAsked,
): AsyncGenerator<ShopperDays> {
  const { shopId, until } = asked;
  await settleDays(store, shopId, asked.terms);
  const insiders = await insidersOf(store, asked);
  let afterDay = BEFORE_DAYS;
  const groups = groupsOf<ShopperDay>(async ({ afterShopper }) => {
    const after = { afterShopper, afterDay };
    const page = await store.read((tx) =>
      tx.run(selectPurchaseDays, { shopId, ...after, until, limit: WALK_PAGE }),
    );
    afterDay = page.at(-1)?.day ?? afterDay;
    return page.map(({ shopperId, ...day }) => ({ shopperId, id: '', item: day }));
  });
  for await (const { shopperId, items } of groups)
    if (!insiders.has(shopperId)) yield { shopperId, days: items };
}
