import { Hono } from 'hono';
import { clockAdvance } from '@okaeri/shared/access';
import type { MerchantEnv } from '../../access/merchant.ts';
import { readClock } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { answer, jsonBody, refuse } from '../../platform/http/typed.ts';
import { moveClock } from './move-clock.ts';

/** `/v1/clock`: a sandbox shop's own time. */
export const clockRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', (c) => answer(c, readClock(deps, c.get('shop'))))
    .post('/advance', jsonBody(clockAdvance), async (c) => {
      const { byMs } = c.req.valid('json');
      const moved = await moveClock(deps, { shopId: c.get('shop').id, byMs });
      return 'refused' in moved ? refuse(c, moved.refused) : answer(c, moved.ok);
    });
