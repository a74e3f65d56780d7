import type { Outcome } from '../platform/lib/outcome.ts';
import { keyedHash } from '../platform/lib/keyed-hash.ts';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { consentPurpose, type ConsentPurpose } from '@okaeri/shared/consents';
import { id } from '@okaeri/shared/values';
import type { Deps, ShopperClaims } from '../deps.ts';
import type { ShopRow } from './tables.ts';

/*
 * Links that are sent to people, each good for one thing. They are signed by this house,
 * not by the shop, and their type is another than that of shopper tokens: neither can
 * stand in for the other, whatever their keys are (RFC 8725, section 3.11).
 */
const LINK_TYPE = 'okaeri-link';

const payload = z.object({
  use: z.enum(['review', 'unsubscribe', 'consent', 'case', 'survey']),
  sub: id,
  order: id.nullable(),
  confirmed: z.boolean(),
  consent: id.optional(),
  case: id.optional(),
  purpose: consentPurpose.optional(),
  survey: z.object({ id, wave: id }).optional(),
});

/** What a link is good for. */
export interface SignedLink {
  readonly use: 'review' | 'unsubscribe' | 'consent' | 'case' | 'survey';
  readonly shopperId: string;
  /** The order whose products may be reviewed. */
  readonly orderId: string | null;
  /** Anyone who holds it has shown that they read what is sent to the shopper's address. */
  readonly confirmed: boolean;
  /** The statement it confirms. */
  readonly consentId?: string;
  /** The case it is about. */
  readonly caseId?: string;
  /** What is not wanted any more. */
  readonly purpose?: ConsentPurpose;
  /** The survey it answers, in which wave. */
  readonly survey?: { readonly id: string; readonly wave: string };
}

/** Who writes: a shopper who signed in with the shop, or anyone who holds a link that was sent to one. */
export type Writer =
  | { readonly claims: ShopperClaims; readonly link?: undefined }
  | { readonly link: SignedLink; readonly claims?: undefined };

/** Signs a link; `endsAt` null is for one that is good for ever. */
export const signLink = (
  deps: Pick<Deps, 'secretKey'>,
  shop: Pick<ShopRow, 'publicKey'>,
  link: SignedLink & { endsAt: number | null },
): Promise<string> => {
  const { use, shopperId, orderId, confirmed, consentId, caseId, purpose, survey, endsAt } = link;
  const about = {
    ...(consentId !== undefined && { consent: consentId }),
    ...(caseId !== undefined && { case: caseId }),
    ...(purpose !== undefined && { purpose }),
    ...(survey !== undefined && { survey }),
  };
  const token = new SignJWT({ use, order: orderId, confirmed, ...about })
    .setProtectedHeader({ alg: 'HS256', typ: LINK_TYPE })
    .setSubject(shopperId)
    .setAudience(shop.publicKey);
  if (endsAt !== null) token.setExpirationTime(Math.floor(endsAt / 1000));
  return token.sign(keyOf(deps));
};

/** Whether a token is one of these links; its signature is not looked at yet. */
export const isLink = (token: string): boolean => {
  try {
    return decodeProtectedHeader(token).typ === LINK_TYPE;
  } catch {
    return false;
  }
};

/** Checks a link: signed here, for this shop, not over at `now` (the shop's time), and for this use. */
export const openLink = async (
  deps: Pick<Deps, 'secretKey'>,
  shop: Pick<ShopRow, 'publicKey'>,
  input: { token: string; use: SignedLink['use']; now: number },
): Promise<Outcome<SignedLink>> => {
  try {
    const verified = await jwtVerify(input.token, keyOf(deps), {
      algorithms: ['HS256'],
      typ: LINK_TYPE,
      audience: shop.publicKey,
      currentDate: new Date(input.now),
    });
    const { use, sub, order, confirmed, consent, purpose, survey, ...rest } = payload.parse(
      verified.payload,
    );
    const about = {
      ...(consent !== undefined && { consentId: consent }),
      ...(rest.case !== undefined && { caseId: rest.case }),
      ...(purpose !== undefined && { purpose }),
      ...(survey !== undefined && { survey }),
    };
    if (use === input.use)
      return { ok: { use, shopperId: sub, orderId: order, confirmed, ...about } };
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return { refused: { code: 'expiredToken', detail: 'The link is over.' } };
    // Whatever else is wrong with it, it is none of ours.
  }
  return { refused: { code: 'invalidToken', detail: 'The link is not one of ours.' } };
};

function keyOf(deps: Pick<Deps, 'secretKey'>): Buffer {
  return keyedHash(deps.secretKey, 'signed links');
}
