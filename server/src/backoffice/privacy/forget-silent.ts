import { listShops } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { eraseShopper } from '../shopper-record/erase-shopper.ts';
import { privacySettingsOf } from './settings.ts';
import { selectSilentGuests, selectSilentMembers } from './queries.ts';
import type { ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import type { ShopRow } from '../../access/tables.ts';

/** People one round forgets in one shop; the rest come with the next rounds. */
const AT_ONCE = 200;

const silentIn = (deps: Deps, shop: ShopRow): Promise<ShopperRef[]> =>
  deps.store.read(async (tx): Promise<ShopperRef[]> => {
    const { forgetGuestsAfterDays, forgetMembersAfterDays } = privacySettingsOf(shop);
    const asked = (afterDays: number) => ({
      shopId: shop.id,
      before: nowOf(deps, shop) - afterDays * DAY_MS,
      limit: AT_ONCE,
    });
    const guests =
      forgetGuestsAfterDays === null
        ? []
        : await tx.run(selectSilentGuests, asked(forgetGuestsAfterDays));
    const members =
      forgetMembersAfterDays === null
        ? []
        : await tx.run(selectSilentMembers, asked(forgetMembersAfterDays));
    return [
      ...guests.map(({ id }) => ({ guestId: id })),
      ...members.flatMap(({ externalId }) => (externalId === null ? [] : [{ externalId }])),
    ];
  });

/**
 * Erases whoever has not been heard of for as long as their shop keeps people.
 *
 * @returns how many were erased
 */
export const forgetSilent = async (deps: Deps): Promise<number> => {
  let forgotten = 0;
  for (const shop of await listShops(deps))
    for (const ref of await silentIn(deps, shop)) {
      if (deps.underWay.stopping.aborted) return forgotten;
      if (await eraseShopper(deps, { shop, ref })) forgotten += 1;
    }
  return forgotten;
};
