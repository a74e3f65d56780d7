import { Hono } from 'hono';
import { clockAdvance } from '@okaeri/shared/access';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from './merchant.ts';
import { replyRefusal } from '../platform/http/problem.ts';
import { readBody } from '../platform/http/read-body.ts';
import { replyJson } from '../platform/http/reply.ts';
import type { StorefrontEnv } from './storefront.ts';
import { issueChallenge } from './proof-of-work.ts';
import { advanceClock, readClock } from './shop-clock.ts';

/** `/v1/clock`: a sandbox shop's own time. */
export const clockRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  routes.get('/', (c) => c.json(readClock(deps, c.get('shop'))));

  routes.post('/advance', async (c) => {
    const { input } = await readBody(c, clockAdvance);
    const outcome = await advanceClock(deps, { shopId: c.get('shop').id, byMs: input.byMs });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : c.json(outcome.ok);
  });
  return routes;
};

/** `/storefront/v1/{publicKey}/proof`: a challenge to solve before one writes. */
export const proofRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/', (c) =>
    replyJson(c, issueChallenge(deps, c.get('shop')), { headers: { 'Cache-Control': 'no-store' } }),
  );
  return routes;
};
