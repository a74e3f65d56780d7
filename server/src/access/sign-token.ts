import { SignJWT } from 'jose';
import type { Deps } from '../deps.ts';
import { selectIdentityKeys } from './queries.ts';
import { decrypt } from './encrypt.ts';
import { TOKEN_LIFE_MAX_SECONDS } from './verify-token.ts';
import type { ShopRow } from './tables.ts';

/**
 * Signs a shopper token as the shop's own backend would. With `viewOnly` the widget shows what the
 * shopper sees, and the server lets it do nothing else. It is good for as long as a token can be.
 * Undefined where the shop has no identity secret.
 */
export const signShopperToken = async (
  deps: Deps,
  shop: ShopRow,
  of: { externalId: string; viewOnly: boolean },
): Promise<string | undefined> => {
  const keys = await deps.store.read((tx) => tx.run(selectIdentityKeys, { shopId: shop.id }));
  const sealed = keys[0]?.sealed;
  if (!sealed) return undefined;
  // Tokens stay on real time, also in a sandbox shop (semantics, rule 14).
  const now = Math.floor(deps.clock.now() / 1000);
  return new SignJWT(of.viewOnly ? { view_only: true } : {})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(of.externalId)
    .setAudience(shop.publicKey)
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_LIFE_MAX_SECONDS)
    .sign(new TextEncoder().encode(decrypt(deps.secretKey, sealed, shop.id)));
};
