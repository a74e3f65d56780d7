import { Hono } from 'hono';
import { seenQuery } from '@okaeri/shared/seen-items';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { answer, query } from '../../platform/http/typed.ts';
import { listSeen } from './list-seen.ts';

/** `/v1/seen-items`: what was sold or is in the catalog, to choose among. */
export const seenRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(seenQuery), async (c) =>
    answer(c, await listSeen(deps, { shop: c.get('shop'), ...c.req.valid('query') })),
  );
