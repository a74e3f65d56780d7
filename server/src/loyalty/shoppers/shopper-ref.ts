import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { lockShopper } from '../ledger/queries.ts';
import { findExisting, lockExisting } from './lock-shopper.ts';
import { selectShopperById } from './queries.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** Whom somebody of the shop means: by the merchant's own id, or, of a guest, who has none, by ours. */
export type ShopperRef = { readonly externalId: string } | { readonly guestId: string };

/** The row of whom a reference means, or undefined. */
export const findRef = async (
  tx: Tx,
  shopId: string,
  ref: ShopperRef,
): Promise<ShopperRow | undefined> => {
  if ('externalId' in ref) return findExisting(tx, { shopId, externalId: ref.externalId });
  return asGuest(await first(tx, selectShopperById, { shopId, shopperId: ref.guestId }));
};

/** The row of a shopper by our own id, whatever has become of them. */
export const shopperById = (
  tx: Tx,
  key: { shopId: string; shopperId: string },
): Promise<ShopperRow | undefined> => first(tx, selectShopperById, key);

/** The same, locked; of an id, also the row without a name of somebody who was erased. */
export const lockRef = async (
  deps: Pick<Deps, 'secretKey'>,
  tx: Tx,
  shopId: string,
  ref: ShopperRef,
): Promise<ShopperRow | undefined> => {
  if ('externalId' in ref) return lockExisting(deps, tx, { shopId, externalId: ref.externalId });
  return asGuest(await first(tx, lockShopper, { shopId, shopperId: ref.guestId }));
};

/** The same, in a read of its own. */
export const findShopper = (
  deps: Deps,
  shopId: string,
  ref: ShopperRef,
): Promise<ShopperRow | undefined> => deps.store.read((tx) => findRef(tx, shopId, ref));

// A person who has an id of the merchant's is found by that one alone: each has one address.
function asGuest(row: ShopperRow | undefined): ShopperRow | undefined {
  return row?.externalId === null && row.mergedInto === null && row.erasedAt === null
    ? row
    : undefined;
}
