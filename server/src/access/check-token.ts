import type { tokenCheckInput } from '@okaeri/shared/access';
import type { TokenCheck, TokenFinding } from '@okaeri/shared/setup';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { readToken, tokenIn, wrongIn } from './token-check-rules.ts';
import { CLOCK_SKEW_SECONDS, TOKEN_LIFE_MAX_SECONDS, verifyAnew } from './verify-token.ts';
import type { ShopRow } from './tables.ts';

/** Bytes of what an address answers: a token and what stands around it. */
const ANSWER_BYTES_MAX = 65_536;

/**
 * Says of a shopper token whether the widget could use it, and if not, why: in the order in which a developer would
 * have to mend it. Of the address that gives tokens it is said what it answers to somebody whom nobody knows.
 */
export const checkToken = async (
  deps: Deps,
  shop: ShopRow,
  input: z.output<typeof tokenCheckInput>,
): Promise<TokenCheck> =>
  'url' in input ? checkAddress(deps, input.url) : lookAt(deps, shop, tokenIn(input.token));

async function lookAt(deps: Deps, shop: ShopRow, token: string): Promise<TokenCheck> {
  const read = readToken(token);
  if (read === undefined) return found('malformed');
  const { exp } = read.payload;
  const expiresAt = typeof exp === 'number' && Math.abs(exp) < 1e11 ? isoOf(exp * 1000) : null;
  const wrong = wrongIn(read, {
    publicKey: shop.publicKey,
    now: deps.clock.now(),
    skewSeconds: CLOCK_SKEW_SECONDS,
    lifeMaxSeconds: TOKEN_LIFE_MAX_SECONDS,
  });
  if (wrong !== undefined) return { ...found(wrong.finding, wrong.detail), expiresAt };
  const verified = await verifyAnew(deps, shop, token);
  // All it says could be right: what is left is who has signed it.
  if ('refused' in verified) return { ...found('signature'), expiresAt };
  const { externalId, name, email, emailVerified, ignored, viewOnly } = verified.ok;
  const shopper = { id: externalId, name, email, emailVerified };
  return { ...found(viewOnly ? 'viewOnly' : 'good'), expiresAt, shopper, ignored };
}

/** The server has no session at the shop: an address that is right answers it as it answers a guest. */
async function checkAddress(deps: Deps, url: string): Promise<TokenCheck> {
  let isCacheable = false;
  let bytes: Uint8Array;
  try {
    bytes = await deps.fetchOutside(url, {
      bytesMax: ANSWER_BYTES_MAX,
      onHeaders: (headers) => {
        isCacheable = !/no-store|private|no-cache/i.test(headers['cache-control'] ?? '');
      },
    });
  } catch (error) {
    return found('notReached', error instanceof Error ? error.message : String(error));
  }
  const answer = jsonOf(new TextDecoder().decode(bytes));
  if (answer === undefined) return { ...found('notJson'), isCacheable };
  if (!('token' in answer)) return { ...found('noToken'), isCacheable };
  const finding = answer.token === null ? 'guest' : 'public';
  return { ...found(finding), isCacheable };
}

function found(finding: TokenFinding, detail: string | null = null): TokenCheck {
  return { finding, detail, expiresAt: null, shopper: null, ignored: [], isCacheable: false };
}

function jsonOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
