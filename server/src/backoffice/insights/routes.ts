import { Hono } from 'hono';
import { insightsQuery } from '@okaeri/shared/insight-settings';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { PERSONAL } from '../../platform/http/reply.ts';
import { answer, query } from '../../platform/http/typed.ts';
import { costRoutes } from './cost-routes.ts';
import { figureRoutes } from './figures/figure-routes.ts';
import { tellingRoutes } from './telling/routes.ts';
import { readInsights } from './read-insights.ts';

/** `/v1/insights`: the loop and its figures. A client that learns they are being taken asks again. */
export const insightRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(insightsQuery), async (c) => {
      const isAnew = c.req.valid('query').anew !== undefined;
      return answer(c, await readInsights(deps, c.get('shop'), { isAnew }), { headers: PERSONAL });
    })
    .route('/', costRoutes(deps))
    .route('/', tellingRoutes(deps))
    .route('/', figureRoutes(deps));
