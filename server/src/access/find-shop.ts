import type { Deps } from '../deps.ts';
import { sha256 } from '../platform/lib/digest.ts';
import { first, type Tx } from '../platform/store/store.ts';
import {
  selectKeyByDigest,
  selectShop,
  selectShopByPublicKey,
  selectShops,
  updateKeyUse,
} from './queries.ts';
import type { KeyRow, ShopRow } from './tables.ts';

/** The shop of that id, or undefined. */
export const findShop = async (deps: Deps, shopId: string): Promise<ShopRow | undefined> => {
  const known = deps.caches.shops.get(shopId);
  if (known !== undefined) return known;
  const shop = await deps.store.read((tx) => first(tx, selectShop, { shopId }));
  if (shop !== undefined) deps.caches.shops.set(shopId, shop);
  return shop;
};

/** The shop as it is in this transaction, and not as it was kept. */
export const readShop = (tx: Tx, shopId: string): Promise<ShopRow | undefined> =>
  first(tx, selectShop, { shopId });

/** A shop as it is now: what was kept of it is forgotten. */
export const findShopAnew = (
  deps: Deps,
  { id, publicKey }: Pick<ShopRow, 'id' | 'publicKey'>,
): Promise<ShopRow | undefined> => {
  deps.caches.shops.delete(id);
  deps.caches.shops.delete(publicKey);
  return findShop(deps, id);
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

/** How old the time may be at which a key was used last. */
const USED_MS = 3_600_000;

/** The shop a secret API key opens, with the key, or undefined. The key is known by its digest alone. */
export const findShopBySecretKey = async (
  deps: Deps,
  secretKey: string,
): Promise<{ shop: ShopRow; key: KeyRow } | undefined> => {
  const digest = sha256(secretKey);
  let key: KeyRow | undefined = deps.caches.keys.get(digest);
  if (key === undefined) {
    key = await deps.store.read((tx) => first(tx, selectKeyByDigest, { digest }));
    if (key !== undefined) deps.caches.keys.set(digest, key);
  }
  if (key === undefined || key.kind !== 'secret' || key.revokedAt !== null) return undefined;
  noteKeyUse(deps, key);
  const shop = await findShop(deps, key.shopId);
  return shop && { shop, key };
};

/** Every shop of this server. */
export const listShops = (deps: Deps): Promise<ShopRow[]> =>
  deps.store.read((tx) => tx.run(selectShops, {}));

/** Notes that a key is used, once an hour at most. The request does not wait for it. */
export function noteKeyUse(deps: Deps, key: KeyRow): void {
  const now = deps.clock.now();
  const lastUsedAt = deps.caches.keyUses.get(key.id) ?? key.lastUsedAt;
  if (lastUsedAt !== null && now - lastUsedAt < USED_MS) return;
  // Before the write has been answered: a crowd of requests must not queue a write each.
  deps.caches.keyUses.set(key.id, now);
  deps.store
    .write((tx) => tx.run(updateKeyUse, { id: key.id, now }))
    .catch((error: unknown) => deps.logger.warn({ error }, 'the use of a key was not noted'));
}
