import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { replyJson } from '../platform/http/reply.ts';
import type { StorefrontEnv } from './storefront.ts';
import { issueChallenge } from './proof-of-work.ts';

/** `/storefront/v1/{publicKey}/proof`: a challenge to solve before one writes. */
export const proofRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/', (c) =>
    replyJson(c, issueChallenge(deps, c.get('shop')), { headers: { 'Cache-Control': 'no-store' } }),
  );
  return routes;
};
