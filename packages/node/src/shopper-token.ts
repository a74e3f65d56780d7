import { SignJWT } from 'jose';

/** How long a token is good when nothing else is said, and at most. */
const LIFE_SECONDS = 600;
const LIFE_SECONDS_MAX = 3600;

/** Whom a token speaks of. */
export interface TokenShopper {
  /** The shop's own id of the shopper, as orders name them. */
  readonly id: string;
  readonly email?: string;
  /** Whether the shop has seen that the address is theirs: only then orders of a guest become theirs. */
  readonly emailVerified?: boolean;
  readonly name?: string;
  /** BCP 47, such as `pt-BR`; `pt_BR` is understood. */
  readonly locale?: string;
}

/**
 * Signs a shopper token: what a page hands to the widget, so that it knows who is there. Answer
 * with it at the address of `data-token-url`, to the person who is signed in and to nobody else, and let
 * no cache keep it.
 *
 * @param of.identitySecret `okr_is_…`; it never leaves your backend
 * @param of.publicKey `okr_pk_…` of the same shop
 * @param of.lifeSeconds how long it is good, an hour at most
 * @throws RangeError where it would be good for longer, or for no time at all
 *
 * @example
 * app.get('/loyalty-token', async (request, reply) => {
 *   reply.header('Cache-Control', 'no-store')
 *   return signShopperToken({ identitySecret, publicKey, shopper: { id: request.user.id } })
 * })
 */
export const signShopperToken = (of: {
  identitySecret: string;
  publicKey: string;
  shopper: TokenShopper;
  lifeSeconds?: number;
  /** Epoch milliseconds; now when not said. */
  now?: number;
}): Promise<string> => {
  const { identitySecret, publicKey, shopper, lifeSeconds = LIFE_SECONDS, now = Date.now() } = of;
  if (!(lifeSeconds > 0 && lifeSeconds <= LIFE_SECONDS_MAX))
    throw new RangeError(`A token is good for ${LIFE_SECONDS_MAX} seconds at most.`);
  const { email, emailVerified, name, locale } = shopper;
  const issuedAt = Math.floor(now / 1000);
  const address = saidOf(email);
  return new SignJWT({
    email: address,
    email_verified: address === undefined ? undefined : emailVerified,
    name: saidOf(name),
    locale: tagOf(locale),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(shopper.id)
    .setAudience(publicKey)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(new TextEncoder().encode(identitySecret));
};

/** Blank fields of an account are left out of the token. */
function saidOf(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

/** A language tag; `en_US`, as many systems write it, is `en-US`, and what is none is left out. */
function tagOf(locale: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(saidOf(locale)?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
