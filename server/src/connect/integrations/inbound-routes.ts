import { Hono, type Context } from 'hono';
import { LIMITS } from '@okaeri/shared/limits';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { readBytes } from '../../platform/http/read-body.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { signProxied } from './sign-proxied.ts';
import { receiveMessage } from './receive-message.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * `/integrations`: what platforms call. The caller is known by the signature alone; every shop has
 * an address of its own, because the name of a shop in a header is not signed.
 */
export const inboundRoutes = (deps: Deps): Hono => {
  const routes = new Hono();

  routes.post('/shopify/:publicKey', async (c) => {
    const shop = await shopOf(deps, c);
    const bytes = await bytesOf(c);
    const signature = shopifyHeader(c, 'hmac-sha256');
    const topic = shopifyHeader(c, 'topic').slice(0, LIMITS.idLengthMax);
    const received = await receiveMessage(deps, {
      shop,
      platform: 'shopify',
      topic,
      bytes,
      signature,
    });
    return 'refused' in received ? replyRefusal(c, received.refused) : replyJson(c, {});
  });

  routes.post('/woocommerce/:publicKey', async (c) => {
    const shop = await shopOf(deps, c);
    const bytes = await bytesOf(c);
    const received = await receiveMessage(deps, {
      shop,
      platform: 'woocommerce',
      topic: (c.req.header('x-wc-webhook-topic') ?? '').slice(0, LIMITS.idLengthMax),
      bytes,
      signature: c.req.header('x-wc-webhook-signature') ?? '',
    });
    return 'refused' in received ? replyRefusal(c, received.refused) : replyJson(c, {});
  });

  routes.get('/shopify/:publicKey/proxy/token', async (c) => {
    const shop = await shopOf(deps, c);
    const signed = await signProxied(deps, shop, new URL(c.req.url).searchParams);
    if ('refused' in signed) return replyRefusal(c, signed.refused);
    // Shopify passes caching headers on: a token is its reader's alone.
    return replyJson(c, signed.ok, { headers: { 'Cache-Control': 'private, no-store' } });
  });

  return routes;
};

async function shopOf(deps: Deps, c: Context): Promise<ShopRow> {
  const shop = await findShopByPublicKey(deps, c.req.param('publicKey') ?? '');
  if (shop !== undefined) return shop;
  throw new ProblemError('unknownShop', 'Check the address the platform sends its messages to.');
}

/** The bytes as they were signed. What is compressed is not opened: a small bomb can be a large text. */
function bytesOf(c: Context): Promise<Uint8Array> {
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw new ProblemError('encodingNotSupported', 'Send the body as it is, not compressed.');
  return readBytes(c, LIMITS.messageBytesMax);
}

/** Both spellings of a header: webhooks begin with `X-`, events without. */
function shopifyHeader(c: Context, name: string): string {
  return c.req.header(`x-shopify-${name}`) ?? c.req.header(`shopify-${name}`) ?? '';
}
