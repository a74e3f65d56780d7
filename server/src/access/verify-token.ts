import type { Outcome } from '../platform/lib/outcome.ts';
import { errors, jwtVerify } from 'jose';
import { LIMITS } from '@okaeri/shared/limits';
import type { Deps, ShopperClaims } from '../deps.ts';
import { readClaims } from './claim-rules.ts';
import { noteKeyUse } from './find-shop.ts';
import { selectIdentityKeys } from './queries.ts';
import { decrypt } from './encrypt.ts';
import type { KeyRow, ShopRow } from './tables.ts';

/** How far the clocks of a shop and of this server may differ. */
export const CLOCK_SKEW_SECONDS = 60;
/** How long a token may be valid after it was issued. */
export const TOKEN_LIFE_MAX_SECONDS = 3600;

export type Verified = Outcome<ShopperClaims>;
const expired: Verified = {
  refused: { code: 'expiredToken', detail: 'Ask the shop for a fresh token.' },
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
  const known = rememberedToken(deps, shop, token);
  if (known !== undefined) return isOver(known, now) ? expired : { ok: known };
  const { verified, key } = await verifyFresh(deps, shop, { token, now });
  if ('refused' in verified) return verified;
  deps.caches.tokens.set(token, verified.ok);
  // What the console signs for its own view is no token of the shop's.
  if (key !== undefined && !verified.ok.viewOnly) noteKeyUse(deps, key);
  return verified;
};

/** The same of a token that is looked at and not used: nothing is kept of it. */
export const verifyAnew = async (deps: Deps, shop: ShopRow, token: string): Promise<Verified> =>
  (await verifyFresh(deps, shop, { token, now: deps.clock.now() })).verified;

/** The claims of a token that was verified before and has not ended; undefined says nothing of it. */
export const validToken = (
  deps: Deps,
  shop: Pick<ShopRow, 'id'>,
  token: string,
): ShopperClaims | undefined => {
  const known = rememberedToken(deps, shop, token);
  return known === undefined || isOver(known, deps.clock.now()) ? undefined : known;
};

/** A token names its shop, and is good for no other. */
function rememberedToken(
  deps: Deps,
  shop: Pick<ShopRow, 'id'>,
  token: string,
): ShopperClaims | undefined {
  const known = deps.caches.tokens.get(token);
  return known?.shopId === shop.id ? known : undefined;
}

function isOver({ expiresAt }: ShopperClaims, now: number): boolean {
  return expiresAt + CLOCK_SKEW_SECONDS * 1000 <= now;
}

function invalid(detail: string): Verified {
  return { refused: { code: 'invalidToken', detail } };
}

/** Every identity secret in force is tried: while a shop rotates, it has two. */
const verifyFresh = async (
  deps: Deps,
  shop: ShopRow,
  input: { token: string; now: number },
): Promise<{ verified: Verified; key?: KeyRow }> => {
  const keys = await deps.store.read((tx) => tx.run(selectIdentityKeys, { shopId: shop.id }));
  for (const key of keys) {
    const secret = decrypt(deps.secretKey, key.sealed ?? '', shop.id);
    try {
      const expected = { audience: shop.publicKey, now: input.now };
      const verified = toClaims(await verifyWith(input.token, secret, expected), shop.id);
      if ('ok' in verified && verified.ok.issuedAt > input.now + CLOCK_SKEW_SECONDS * 1000)
        return { verified: invalid('The token was issued in the future.') };
      return { verified, key };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { verified: expired };
      if (error instanceof errors.JWTClaimValidationFailed)
        return { verified: invalid(`The token's ${error.claim} is not as it should be.`) };
      // A bad signature may be a good one under the next secret.
    }
  }
  return { verified: invalid('The token is not signed with an identity secret of this shop.') };
};

function toClaims(payload: Readonly<Record<string, unknown>>, shopId: string): Verified {
  const read = readClaims(payload);
  if ('wrong' in read) return invalid(`The token's ${read.wrong} is missing or of a wrong kind.`);
  const { sub, iat, exp, ...rest } = read.ok;
  if (exp - iat > TOKEN_LIFE_MAX_SECONDS)
    return invalid(
      `The token's exp is too far from its iat: ${TOKEN_LIFE_MAX_SECONDS} seconds at most.`,
    );
  const times = { issuedAt: iat * 1000, expiresAt: exp * 1000 };
  return { ok: { shopId, externalId: sub, ...times, ...rest } };
}

async function verifyWith(
  token: string,
  secret: string,
  expected: { audience: string; now: number },
): Promise<Readonly<Record<string, unknown>>> {
  const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    audience: expected.audience,
    clockTolerance: CLOCK_SKEW_SECONDS,
    currentDate: new Date(expected.now),
    requiredClaims: ['sub', 'iat', 'exp', 'aud'],
  });
  return payload;
}
