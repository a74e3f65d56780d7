import type { Deps } from '../../deps.ts';
import { first } from '../../platform/store/store.ts';
import { lockShopperByEmail } from './queries.ts';
import { keyOfEmail } from '@okaeri/shared/emails';
import type { ShopperRef } from './shopper-ref.ts';

/** Somebody the shop knows by this address alone; members have ids. */
export const findGuest = (
  deps: Deps,
  shopId: string,
  email: string,
): Promise<ShopperRef | undefined> =>
  deps.store.write(async (tx): Promise<ShopperRef | undefined> => {
    const row = await first(tx, lockShopperByEmail, { shopId, emailKey: keyOfEmail(email) });
    return row === undefined || row.externalId !== null ? undefined : { guestId: row.id };
  });
