import { Hono } from 'hono';
import { clockAdvance } from '@okaeri/shared/access';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from './merchant.ts';
import { replyJson } from '../platform/http/reply.ts';
import { answer, jsonBody, refuse } from '../platform/http/typed.ts';
import type { StorefrontEnv } from './storefront.ts';
import { issueChallenge } from './proof-of-work.ts';
import { advanceClock, readClock } from './shop-clock.ts';

/** `/v1/clock`: a sandbox shop's own time. */
export const clockRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', (c) => answer(c, readClock(deps, c.get('shop'))))
    .post('/advance', jsonBody(clockAdvance), async (c) => {
      const { byMs } = c.req.valid('json');
      const moved = await advanceClock(deps, { shopId: c.get('shop').id, byMs });
      return 'refused' in moved ? refuse(c, moved.refused) : answer(c, moved.ok);
    });

/** `/storefront/v1/{publicKey}/proof`: a challenge to solve before one writes. */
export const proofRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<StorefrontEnv>();
  routes.get('/', (c) =>
    replyJson(c, issueChallenge(deps, c.get('shop')), { headers: { 'Cache-Control': 'no-store' } }),
  );
  return routes;
};
