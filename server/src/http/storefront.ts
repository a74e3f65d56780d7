import { createMiddleware } from 'hono/factory';
import { findShopByPublicKey } from '../access/find-shop.ts';
import { verifyToken } from '../access/verify-token.ts';
import type { Deps, ShopperClaims } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { ProblemError, replyRefusal } from './problem.ts';

/** What a storefront request carries once the shop is known. */
export interface StorefrontEnv {
  Variables: { shop: ShopRow };
}

/** What it carries once the shopper is known too. */
export interface ShopperEnv {
  Variables: { shop: ShopRow; claims: ShopperClaims };
}

const ALLOWED_METHODS = 'GET, POST, PATCH, DELETE';
const ALLOWED_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-None-Match';
const EXPOSED_HEADERS = 'ETag, Idempotency-Hit, Retry-After';
// Browsers keep a preflight's answer for at most two hours (Chromium); ask for that.
const PREFLIGHT_SECONDS = '7200';

/**
 * Names the shop and answers for its origins only: an origin is compared as a
 * whole, and `null` (a sandboxed frame, a file) is refused.
 */
export const shopOfPath = (deps: Deps) =>
  createMiddleware<StorefrontEnv>(async (c, next) => {
    const shop = await findShopByPublicKey(deps, c.req.param('publicKey') ?? '');
    if (shop === undefined) {
      // Public: the merchant with a mistyped key must be able to read this in the browser.
      c.header('Access-Control-Allow-Origin', '*');
      throw new ProblemError('unknownShop', 'Check the data-shop attribute of the snippet.');
    }
    c.header('Vary', 'Origin');
    const origin = c.req.header('origin');
    if (origin !== undefined) {
      if (!shop.origins.includes(origin))
        throw new ProblemError('originNotAllowed', `${origin} is not an origin of this shop.`);
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', EXPOSED_HEADERS);
    }
    if (c.req.method === 'OPTIONS') {
      c.header('Access-Control-Allow-Methods', ALLOWED_METHODS);
      c.header('Access-Control-Allow-Headers', ALLOWED_HEADERS);
      c.header('Access-Control-Max-Age', PREFLIGHT_SECONDS);
      return c.body(null, 204);
    }
    c.set('shop', shop);
    return next();
  });

/** `Authorization: Bearer <shopper token>`: the shopper is whom the token says, and nobody else. */
export const shopperOnly = (deps: Deps) =>
  createMiddleware<ShopperEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    if (header === undefined)
      throw new ProblemError('missingCredentials', 'Send the shopper token as a bearer token.');
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
    if (token === undefined)
      throw new ProblemError('invalidToken', 'A shopper token is a JWT: three parts and two dots.');
    const verified = await verifyToken(deps, c.get('shop'), token);
    if ('refused' in verified) return replyRefusal(c, verified.refused);
    c.set('claims', verified.ok);
    return next();
  });
