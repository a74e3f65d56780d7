import type { Outcome } from '../platform/lib/outcome.ts';
import type { shopChange, ShopView } from '@okaeri/shared/access';
import { cleanLine } from '@okaeri/shared/words';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { setShopClosed, updateOrigins, updateShopName } from './queries.ts';
import type { ShopRow } from './tables.ts';

/** A shop as the people who work for it see it. */
export const viewShop = (shop: ShopRow): ShopView => {
  const { id, name, currency, publicKey, origins, sandbox, closedAt, createdAt } = shop;
  return {
    id,
    name,
    currency,
    publicKey,
    origins,
    sandbox,
    closedAt: closedAt === null ? null : isoOf(closedAt),
    createdAt: isoOf(createdAt),
  };
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

/**
 * Closes a shop, for anyone who names it rightly. While it is closed the widget shows nothing, keys
 * open nothing and no e-mail leaves; everything is kept, and people can still sign in.
 */
export const closeShop = async (
  deps: Deps,
  input: { shop: ShopRow; name: string },
): Promise<Outcome<ShopView>> => {
  const { shop, name } = input;
  if (name !== cleanLine(shop.name))
    return { refused: { code: 'invalidRequest', detail: 'This is not the name of the shop.' } };
  return { ok: await setClosed(deps, shop, shop.closedAt ?? deps.clock.now()) };
};

/** Opens a closed shop again, as it was. */
export const reopenShop = (deps: Deps, shop: ShopRow): Promise<ShopView> =>
  setClosed(deps, shop, null);

async function setClosed(deps: Deps, shop: ShopRow, closedAt: number | null): Promise<ShopView> {
  await deps.store.write((tx) => tx.run(setShopClosed, { shopId: shop.id, closedAt }));
  deps.caches.shops.clear();
  return viewShop({ ...shop, closedAt });
}
