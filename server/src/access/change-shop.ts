import type { shopChange, ShopView } from '@okaeri/shared/access';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { isoOf } from '../lib/clock.ts';
import type { ShopRow } from '../store/rows.ts';
import { updateOrigins, updateShopName } from './queries.ts';

/** A shop as whoever works for it sees it. */
export const viewShop = (shop: ShopRow): ShopView => {
  const { id, name, currency, publicKey, origins, sandbox, createdAt } = shop;
  return { id, name, currency, publicKey, origins, sandbox, createdAt: isoOf(createdAt) };
};

/** Changes what is given, and gives the shop as it then is. */
export const changeShop = async (
  deps: Deps,
  input: { shop: ShopRow; change: z.output<typeof shopChange> },
): Promise<ShopView> => {
  const { shop, change } = input;
  const { name = shop.name, origins } = change;
  const shopId = shop.id;
  const kept = [...new Set(origins ?? shop.origins)];
  await deps.store.write(async (tx) => {
    if (change.name !== undefined) await tx.run(updateShopName, { shopId, name });
    if (origins !== undefined) await tx.run(updateOrigins, { shopId, origins: kept });
  });
  deps.caches.shops.clear();
  return viewShop({ ...shop, name, origins: kept });
};
