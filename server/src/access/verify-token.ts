import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { email, id, locale, text } from '@okaeri/shared/values';
import type { Deps, ShopperClaims } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { selectIdentityKeys } from './queries.ts';
import { unseal } from './seal.ts';

/** How far the clocks of a shop and of this server may differ. */
export const CLOCK_SKEW_SECONDS = 60;
/** How long a token may be valid after it was issued. */
export const TOKEN_LIFE_MAX_SECONDS = 3600;

const claims = z.object({
  sub: id,
  iat: z.int().min(0),
  exp: z.int().min(0),
  email: email.nullish(),
  email_verified: z.boolean().nullish(),
  name: text.nullish(),
  locale: locale.nullish(),
  view_only: z.boolean().nullish(),
});

export type Verified = { readonly ok: ShopperClaims } | { readonly refused: Refusal };

const invalid = (detail: string): Verified => ({ refused: { code: 'invalidToken', detail } });
const expired: Verified = {
  refused: { code: 'expiredToken', detail: 'Ask the shop for a fresh token.' },
};

const toClaims = (payload: unknown, shopId: string): Verified => {
  const parsed = claims.safeParse(payload);
  if (!parsed.success)
    return invalid('The token lacks sub, iat or exp, or has claims of a wrong kind.');
  const { sub, iat, exp } = parsed.data;
  if (exp - iat > TOKEN_LIFE_MAX_SECONDS)
    return invalid(`A token may be valid for ${TOKEN_LIFE_MAX_SECONDS} seconds at most.`);
  return {
    ok: {
      shopId,
      externalId: sub,
      email: parsed.data.email ?? null,
      emailVerified: parsed.data.email_verified === true,
      name: parsed.data.name ?? null,
      locale: parsed.data.locale ?? null,
      issuedAt: iat * 1000,
      expiresAt: exp * 1000,
      viewOnly: parsed.data.view_only === true,
    },
  };
};

const verifyWith = async (
  token: string,
  secret: string,
  expected: { audience: string; now: number },
): Promise<unknown> => {
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    audience: expected.audience,
    clockTolerance: CLOCK_SKEW_SECONDS,
    currentDate: new Date(expected.now),
    requiredClaims: ['sub', 'iat', 'exp', 'aud'],
  });
  return payload;
};

/** Every identity secret in force is tried: while a shop rotates, it has two. */
const verifyFresh = async (
  deps: Deps,
  shop: ShopRow,
  input: { token: string; now: number },
): Promise<Verified> => {
  const keys = await deps.store.read((tx) => tx.run(selectIdentityKeys, { shopId: shop.id }));
  for (const key of keys) {
    const secret = unseal(deps.secretKey, key.sealed ?? '', shop.id);
    try {
      const expected = { audience: shop.publicKey, now: input.now };
      return toClaims(await verifyWith(input.token, secret, expected), shop.id);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return expired;
      if (error instanceof errors.JWTClaimValidationFailed)
        return invalid(`The token's ${error.claim} is not as it should be.`);
      // A bad signature may be a good one under the next secret.
    }
  }
  return invalid('The token is not signed with an identity secret of this shop.');
};

/**
 * Checks a shopper token: JWT, HS256, signed with the shop's identity secret, made
 * for this shop, at most an hour long. A token seen before is remembered until it ends.
 */
export const verifyToken = async (deps: Deps, shop: ShopRow, token: string): Promise<Verified> => {
  // Tokens and rate limits stay on real time, also in a sandbox shop (semantics, rule 14).
  const now = deps.clock.now();
  if (token.length > LIMITS.tokenLengthMax)
    return invalid(`A token may have ${LIMITS.tokenLengthMax} characters at most.`);
  const known = deps.caches.tokens.get(token);
  // A token names its shop, and is good for no other.
  if (known !== undefined && known.shopId === shop.id)
    return known.expiresAt + CLOCK_SKEW_SECONDS * 1000 > now ? { ok: known } : expired;
  const verified = await verifyFresh(deps, shop, { token, now });
  if ('ok' in verified) {
    if (verified.ok.issuedAt > now + CLOCK_SKEW_SECONDS * 1000)
      return invalid('The token was issued in the future.');
    deps.caches.tokens.set(token, verified.ok);
  }
  return verified;
};
