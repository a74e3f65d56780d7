import { listShops } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { eraseShopper } from '../shopper-record/erase-shopper.ts';
import { privacySettingsOf } from './settings.ts';
import { selectInactiveGuests, selectInactiveMembers } from './queries.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopperRef } from '../../loyalty/shoppers/shopper-ref.ts';
import type { ShopRow } from '../../access/tables.ts';

/** People one round forgets in one shop; the rest come with the next rounds. */
const AT_ONCE = 200;

interface Silent {
  readonly ref: ShopperRef;
  /** Nothing was heard of them since. */
  readonly before: number;
}

/**
 * Erases anyone who has not been heard of for as long as their shop keeps people.
 *
 * @returns how many were erased
 */
export const eraseInactive = async (deps: Deps): Promise<number> => {
  let forgotten = 0;
  for (const shop of await listShops(deps))
    for (const { ref, before } of await silentIn(deps, shop)) {
      if (deps.underWay.stopping.aborted) return forgotten;
      // Someone who has come meanwhile, or was merged into somebody who does come, stays.
      const when = (row: ShopperRow): boolean => isSilent(row, before);
      if (await eraseShopper(deps, { shop, ref, when })) forgotten += 1;
    }
  return forgotten;
};

function silentIn(deps: Deps, shop: ShopRow): Promise<Silent[]> {
  return deps.store.read(async (tx): Promise<Silent[]> => {
    const { forgetGuestsAfterDays, forgetMembersAfterDays } = privacySettingsOf(shop);
    const asked = (afterDays: number) => ({
      shopId: shop.id,
      before: nowOf(deps, shop) - afterDays * DAY_MS,
      limit: AT_ONCE,
    });
    const silent: Silent[] = [];
    if (forgetGuestsAfterDays !== null) {
      const guests = asked(forgetGuestsAfterDays);
      for (const { id } of await tx.run(selectInactiveGuests, guests))
        silent.push({ ref: { guestId: id }, before: guests.before });
    }
    if (forgetMembersAfterDays !== null) {
      const members = asked(forgetMembersAfterDays);
      for (const { externalId } of await tx.run(selectInactiveMembers, members))
        if (externalId !== null) silent.push({ ref: { externalId }, before: members.before });
    }
    return silent;
  });
}

/** The same as the queries ask, of one row. */
function isSilent(row: ShopperRow, before: number): boolean {
  return (
    row.mergedInto === null &&
    row.erasedAt === null &&
    row.createdAt < before &&
    row.activeAt < before &&
    (row.lastOrderAt ?? 0) < before &&
    (row.externalId === null || [row.available, row.pending, row.held].every((sum) => sum === 0))
  );
}
