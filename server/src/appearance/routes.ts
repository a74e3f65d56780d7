import { Hono } from 'hono';
import { appearanceInput } from '@okaeri/shared/appearance';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { replyRefusal } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { readIfMatch } from '../http/read-request.ts';
import { replyJson } from '../http/reply.ts';
import { readAppearance, saveAppearance } from './edit-appearance.ts';

/** `/v1/appearance`: theme and texts of the widget. */
export const appearanceRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.get('/', (c) => {
    const { document, etag } = readAppearance(c.get('shop'));
    return replyJson(c, document, { headers: { ETag: etag } });
  });

  routes.put('/', async (c) => {
    const ifMatch = readIfMatch(c);
    const { input: document } = await readBody(c, appearanceInput);
    const saved = await saveAppearance(deps, { shopId: c.get('shop').id, document, ifMatch });
    if ('refused' in saved) return replyRefusal(c, saved.refused);
    return replyJson(c, saved.ok.document, { headers: { ETag: saved.ok.etag } });
  });

  return routes;
};
