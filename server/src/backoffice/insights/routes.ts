import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { PERSONAL } from '../../platform/http/reply.ts';
import { answer } from '../../platform/http/typed.ts';
import { costRoutes } from './cost-routes.ts';
import { figureRoutes } from './figures/figure-routes.ts';
import { tellingRoutes } from './telling/routes.ts';
import { readInsights } from './read-insights.ts';

/** `/v1/insights`: the loop and its figures. A client that learns they are being taken asks again. */
export const insightRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) =>
      answer(c, await readInsights(deps, c.get('shop')), { headers: PERSONAL }),
    )
    .route('/', costRoutes(deps))
    .route('/', tellingRoutes(deps))
    .route('/', figureRoutes(deps));
