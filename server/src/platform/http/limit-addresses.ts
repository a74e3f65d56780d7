import type { Context } from 'hono';
import type { Deps } from '../../deps.ts';
import { addHeaders } from './reply.ts';

/** What is always answered: its monitoring must see how it is when it is worst. */
const WATCHED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Counts what comes from an address, before anything is done for it.
 *
 * @throws ProblemError tooManyRequests
 */
export function limitAddress(deps: Pick<Deps, 'rates'>, c: Context): void {
  const { path } = c.req;
  if (WATCHED.has(path)) return deps.rates.countAddress(c);
  if (isMerchants(path)) return;
  try {
    deps.rates.byAddress(c);
  } catch (error) {
    // The widget is in pages of other origins, and must be able to read when to come back.
    if (path.startsWith('/storefront/')) addHeaders(c, { 'Access-Control-Allow-Origin': '*' });
    throw error;
  }
}

/** What merchants ask: they are counted by their shop, once it is known who they are. */
function isMerchants(path: string): boolean {
  return path.startsWith('/v1/') && !path.startsWith('/v1/account');
}
