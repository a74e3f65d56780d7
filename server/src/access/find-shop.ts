import type { Deps } from '../deps.ts';
import { sha256 } from '../lib/digest.ts';
import type { KeyRow, ShopRow } from '../store/rows.ts';
import { first } from '../store/store.ts';
import { selectKeyByDigest, selectShop, selectShopByPublicKey, selectShops } from './queries.ts';

/** The shop of that id, or undefined. */
export const findShop = async (deps: Deps, shopId: string): Promise<ShopRow | undefined> => {
  const known = deps.caches.shops.get(shopId);
  if (known !== undefined) return known;
  const shop = await deps.store.read((tx) => first(tx, selectShop, { shopId }));
  if (shop !== undefined) deps.caches.shops.set(shopId, shop);
  return shop;
};

/** The shop a public key names, or undefined. */
export const findShopByPublicKey = async (
  deps: Deps,
  publicKey: string,
): Promise<ShopRow | undefined> => {
  const known = deps.caches.shops.get(publicKey);
  if (known !== undefined) return known;
  const shop = await deps.store.read((tx) => first(tx, selectShopByPublicKey, { publicKey }));
  if (shop !== undefined) deps.caches.shops.set(publicKey, shop);
  return shop;
};

/** The shop a secret API key opens, or undefined. The key is known by its digest alone. */
export const findShopBySecretKey = async (
  deps: Deps,
  secretKey: string,
): Promise<ShopRow | undefined> => {
  const digest = sha256(secretKey);
  let key: KeyRow | undefined = deps.caches.keys.get(digest);
  if (key === undefined) {
    key = await deps.store.read((tx) => first(tx, selectKeyByDigest, { digest }));
    if (key !== undefined) deps.caches.keys.set(digest, key);
  }
  if (key === undefined || key.kind !== 'secret' || key.revokedAt !== null) return undefined;
  return findShop(deps, key.shopId);
};

/** Every shop of this server. */
export const listShops = (deps: Deps): Promise<ShopRow[]> =>
  deps.store.read((tx) => tx.run(selectShops, {}));
