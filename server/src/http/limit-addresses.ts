import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import { addHeaders } from './reply.ts';

/** What is always answered: whoever watches a server must see how it is when it is worst. */
const WATCHED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** What merchants ask: they are counted by their shop, once it is known who they are. */
const isMerchants = (path: string): boolean =>
  path.startsWith('/v1/') && !path.startsWith('/v1/account');

/** Counts what comes from an address, before anything is done for it. */
export const limitAddresses = (deps: Pick<Deps, 'rates'>) =>
  createMiddleware(async (c, next) => {
    const { path } = c.req;
    if (WATCHED.has(path)) await deps.rates.countAddress(c);
    else if (!isMerchants(path)) await byAddress(deps, c);
    return next();
  });

async function byAddress(deps: Pick<Deps, 'rates'>, c: Context): Promise<void> {
  try {
    await deps.rates.byAddress(c);
  } catch (error) {
    // The widget is in pages of other origins, and must be able to read when to come back.
    if (c.req.path.startsWith('/storefront/'))
      addHeaders(c, { 'Access-Control-Allow-Origin': '*' });
    throw error;
  }
}
