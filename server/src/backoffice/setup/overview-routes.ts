import { Hono } from 'hono';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { answer } from '../../platform/http/typed.ts';
import { readOverview } from './read-overview.ts';

/** `/v1/overview`: what waits for a person, and what of the set-up is done. */
export const overviewRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', async (c) =>
    answer(c, await readOverview(deps, c.get('shop')), {
      headers: { 'Cache-Control': 'private, no-store' },
    }),
  );
