import { Hono } from 'hono';
import { appearanceInput } from '@okaeri/shared/appearance';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { readIfMatch } from '../../platform/http/read-request.ts';
import { jsonBody, replyTagged } from '../../platform/http/typed.ts';
import { readAppearance, saveAppearance } from './edit-appearance.ts';

/** `/v1/appearance`: theme and texts of the widget. */
export const appearanceRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', (c) => replyTagged(c, { ok: readAppearance(c.get('shop')) }))
    .put('/', jsonBody(appearanceInput), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveAppearance(deps, { ...of, document: c.req.valid('json') }));
    });
