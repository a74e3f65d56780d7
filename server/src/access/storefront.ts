import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { findShopAnew, findShopByPublicKey } from './find-shop.ts';
import { LIMITS } from '@okaeri/shared/limits';
import { nowOf } from './shop-clock.ts';
import { recordSighting } from './widget-sightings.ts';
import { isLink, openLink, type Writer } from './signed-links.ts';
import { isSafe } from './ability-rules.ts';
import { verifyToken, type Verified } from './verify-token.ts';
import type { Deps, ShopperClaims } from '../deps.ts';
import { ProblemError, replyRefusal } from '../platform/http/problem.ts';
import { addHeaders } from '../platform/http/reply.ts';
import type { ShopRow } from './tables.ts';

/** What a request counts as: nothing, a write, a write that people read, or a choice, which is one unless it says no. */
export type Said = 'nothing' | 'write' | 'message' | 'choice';

/** What a storefront request carries once the shop is known: the shop, and what every answer says. */
export interface StorefrontEnv {
  Variables: {
    shop: ShopRow;
    countsAs?: Said;
    headers?: Readonly<Record<string, string>>;
    bodyBytesMax?: number;
  };
}

/** What it carries once the shopper is known too. */
export interface ShopperEnv {
  Variables: StorefrontEnv['Variables'] & { claims: ShopperClaims };
}

/** What shoppers of a closed shop are told. */
export const SHOP_CLOSED = {
  code: 'shopClosed',
  detail: 'Its owner has closed the programme.',
} as const;

const ALLOWED_METHODS = 'GET, POST, PUT, PATCH, DELETE';
const ALLOWED_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-None-Match';
/** Names the optional claims of the token that could not be used. */
const IGNORED_CLAIMS = 'Okaeri-Ignored-Claims';
const EXPOSED_HEADERS = `ETag, Idempotency-Hit, ${IGNORED_CLAIMS}, RateLimit, RateLimit-Policy, Retry-After`;
// Browsers keep a preflight's answer for at most two hours (Chromium); ask for that.
const PREFLIGHT_SECONDS = '7200';

/**
 * Names the shop and answers for its origins only: an origin is compared as a
 * whole, and `null` (a sandboxed frame, a file) is refused.
 */
export const shopOfPath = (deps: Deps) => {
  // Pages of this server itself, to which its e-mails lead, are at home in every shop.
  const own = new URL(deps.publicUrl).origin;
  return createMiddleware<StorefrontEnv>(async (c, next) => {
    const shop = await findOpenedShop(deps, c.req.param('publicKey') ?? '');
    if (shop === undefined) {
      // Public: the merchant with a mistyped key must be able to read this in the browser.
      addHeaders(c, { 'Access-Control-Allow-Origin': '*' });
      throw new ProblemError('unknownShop', 'Check the data-shop attribute of the snippet.');
    }
    if (shop.closedAt !== null && !mayTakeBack(c)) {
      addHeaders(c, { 'Access-Control-Allow-Origin': '*' });
      throw new ProblemError(SHOP_CLOSED.code, SHOP_CLOSED.detail);
    }
    const origin = c.req.header('origin');
    if (origin !== undefined) recordSighting(deps, shop, origin);
    if (origin !== undefined && origin !== own && !shop.origins.includes(origin)) {
      addHeaders(c, { Vary: 'Origin' });
      throw new ProblemError('originNotAllowed', `${origin} is not an origin of this shop.`);
    }
    const headers = storefrontHeaders(origin);
    addHeaders(c, headers);
    c.set('shop', shop);
    c.set('bodyBytesMax', LIMITS.visitorBodyBytesMax);
    deps.rates.by(c, 'shop', shop.id);
    if (c.req.method === 'OPTIONS')
      return c.body(null, 204, {
        ...headers,
        'Access-Control-Allow-Methods': ALLOWED_METHODS,
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Max-Age': PREFLIGHT_SECONDS,
      });
    return next();
  });
};

/**
 * What goes on in a closed shop: taking back what one has said, and leaving (E6). A choice may be a no, which its route
 * finds out; and without a preflight a page of the shop could send neither.
 */
const mayTakeBack = (c: Context<StorefrontEnv>): boolean =>
  c.req.method === 'DELETE' || c.req.method === 'OPTIONS' || c.get('countsAs') === 'choice';

/** The shop a public key names. One that was closed when it was read last may be open again. */
async function findOpenedShop(deps: Deps, publicKey: string): Promise<ShopRow | undefined> {
  const shop = await findShopByPublicKey(deps, publicKey);
  return shop === undefined || shop.closedAt === null ? shop : findShopAnew(deps, shop);
}

/** What every answer says to a page of an origin that may read it. */
export const storefrontHeaders = (origin: string | undefined): Record<string, string> =>
  origin === undefined
    ? { Vary: 'Origin' }
    : {
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': EXPOSED_HEADERS,
      };

/** How a token is sent. */
export const BEARER = 'Bearer ';
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What a view may send although it is a `POST`: it asks, and changes nothing. */
const ASKS = /\/quotes?$/;

/** The same, where a guest is welcome too. */
export interface VisitorEnv {
  Variables: StorefrontEnv['Variables'] & { claims?: ShopperClaims };
}

/** `Authorization: Bearer <shopper token>`, where there is one: else the request is a guest's. */
export const shopperIfAny = (deps: Deps) =>
  createMiddleware<VisitorEnv>(async (c, next) => {
    if (c.req.header('authorization') === undefined) return next();
    const verified = await identify(deps, c);
    if ('refused' in verified) return replyRefusal(c, verified.refused);
    c.set('claims', verified.ok);
    return next();
  });

/** What a request about one's own reviews carries. */
export interface WriterEnv {
  Variables: StorefrontEnv['Variables'] & { writer: Writer };
}

/** A shopper token, or the token of a link that was sent to a shopper. */
export const writerOnly = (deps: Deps, use: 'review' | 'survey' = 'review') =>
  createMiddleware<WriterEnv>(async (c, next) => {
    const shop = c.get('shop');
    const header = c.req.header('authorization') ?? '';
    const token = header.startsWith(BEARER) ? header.slice(BEARER.length) : '';
    if (token.length > LIMITS.tokenLengthMax || !isLink(token)) {
      const verified = await identify(deps, c);
      if ('refused' in verified) return replyRefusal(c, verified.refused);
      c.set('writer', { claims: verified.ok });
      return next();
    }
    const opened = await openLink(deps, shop, { token, use, now: nowOf(deps, shop) });
    if ('refused' in opened) return replyRefusal(c, opened.refused);
    c.set('writer', { link: opened.ok });
    countShopper(deps, c, opened.ok.shopperId);
    return next();
  });

/** `Authorization: Bearer <shopper token>`: the shopper is whom the token says, and nobody else. */
export const shopperOnly = (deps: Deps) =>
  createMiddleware<ShopperEnv>(async (c, next) => {
    const verified = await identify(deps, c);
    if ('refused' in verified) return replyRefusal(c, verified.refused);
    c.set('claims', verified.ok);
    return next();
  });

/** Whom the request's token speaks of; it counts as one of theirs. */
const identify = async (deps: Deps, c: Context): Promise<Verified> => {
  const shop: ShopRow = c.get('shop');
  const header = c.req.header('authorization');
  if (header === undefined)
    throw new ProblemError('missingCredentials', 'Send the shopper token as a bearer token.');
  const token = header.startsWith(BEARER) ? header.slice(BEARER.length) : '';
  if (!TOKEN.test(token))
    throw new ProblemError('invalidToken', 'A shopper token is a JWT: three parts and two dots.');
  const verified = await verifyToken(deps, shop, token);
  if ('ok' in verified && verified.ok.viewOnly && !isSafe(c.req.method) && !ASKS.test(c.req.path))
    throw new ProblemError(
      'viewOnly',
      'You see the widget as this shopper does; only they can act.',
    );
  if ('refused' in verified) return verified;
  if (verified.ok.ignored.length > 0) noteIgnored(c, verified.ok.ignored);
  countShopper(deps, c, verified.ok.externalId);
  return verified;
};

/** Counts what one shopper asks and says, by a name they have within the shop. */
function countShopper(deps: Deps, c: Context, name: string): void {
  const shop: ShopRow = c.get('shop');
  const said: Said | undefined = c.get('countsAs');
  const key = `${shop.id} ${name}`;
  deps.rates.by(c, 'shopper', key);
  if (said === undefined || said === 'nothing' || said === 'choice') return;
  const sent = c.req.header('idempotency-key');
  const once = sent === undefined ? undefined : `${c.req.method} ${c.req.path} ${sent}`;
  deps.rates.bySaid(c, key, { isMessage: said === 'message', once });
}

/** Says to the party that signs the tokens, on every answer, what of one could not be used. */
function noteIgnored(c: Context, ignored: readonly string[]): void {
  return addHeaders(c, { [IGNORED_CLAIMS]: ignored.join(', ') });
}
