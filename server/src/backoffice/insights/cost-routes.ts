import { Hono } from 'hono';
import { costInput, costsQuery } from '@okaeri/shared/costs';
import { insightSettings } from '@okaeri/shared/insight-settings';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import {
  pathId,
  readCursor,
  readIdempotencyKey,
  readIfMatch,
} from '../../platform/http/read-request.ts';
import { PERSONAL } from '../../platform/http/reply.ts';
import { answer, done, jsonBody, query, refuse, replyTagged } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { addCost, listCosts, removeCost } from './costs.ts';
import { readInsightSettings, saveInsightSettings } from './settings.ts';

/** `/v1/insights/settings` and `/v1/insights/costs`: what figures need to know that orders do not tell. */
export const costRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/settings', async (c) =>
      replyTagged(c, { ok: await readInsightSettings(deps, c.get('shop').id) }),
    )
    .put('/settings', jsonBody(insightSettings), async (c) => {
      const of = { shop: c.get('shop'), ifMatch: readIfMatch(c) };
      const document = c.req.valid('json');
      return replyTagged(c, await saveInsightSettings(deps, { ...of, document }));
    })
    .get('/costs', query(costsQuery), async (c) => {
      const { cursor, ...asked } = c.req.valid('query');
      const after = readCursor(cursor, FIRST_CURSOR.newest);
      const page = await listCosts(deps, c.get('shop').id, { ...asked, after });
      return answer(c, page, { headers: PERSONAL });
    })
    .post('/costs', jsonBody(costInput), async (c) => {
      const added = await addCost(deps, {
        shop: c.get('shop'),
        body: c.req.valid('json'),
        idempotencyKey: readIdempotencyKey(c),
      });
      if (added.hit) c.header('Idempotency-Hit', 'true');
      if ('refused' in added) return refuse(c, added.refused);
      return answer(c, added.body, { status: 201 });
    })
    .delete('/costs/:costId', async (c) => {
      await removeCost(deps, c.get('shop').id, pathId(c, 'costId'));
      return done();
    });
