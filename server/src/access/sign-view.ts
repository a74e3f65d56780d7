import { SignJWT } from 'jose';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { selectIdentityKeys } from './queries.ts';
import { unseal } from './seal.ts';
import { TOKEN_LIFE_MAX_SECONDS } from './verify-token.ts';

/**
 * Signs a shopper token with which the widget shows what this shopper sees, and which the server
 * lets do nothing else. It is good for as long as a token can be; who looks for longer opens the
 * page again. Undefined where the shop has no identity secret.
 */
export const signView = async (
  deps: Deps,
  shop: ShopRow,
  externalId: string,
): Promise<string | undefined> => {
  const keys = await deps.store.read((tx) => tx.run(selectIdentityKeys, { shopId: shop.id }));
  const sealed = keys[0]?.sealed;
  if (!sealed) return undefined;
  // Tokens stay on real time, also in a sandbox shop (semantics, rule 14).
  const now = Math.floor(deps.clock.now() / 1000);
  return new SignJWT({ view_only: true })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(externalId)
    .setAudience(shop.publicKey)
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_LIFE_MAX_SECONDS)
    .sign(new TextEncoder().encode(unseal(deps.secretKey, sealed, shop.id)));
};
