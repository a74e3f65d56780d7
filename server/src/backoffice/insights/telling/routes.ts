import { Hono } from 'hono';
import { alertsQuery } from '@okaeri/shared/figure-requests';
import { myInsightMail } from '@okaeri/shared/insight-settings';
import type { MerchantEnv } from '../../../access/merchant.ts';
import type { Deps } from '../../../deps.ts';
import { pathId } from '../../../platform/http/read-request.ts';
import { PERSONAL } from '../../../platform/http/reply.ts';
import { answer, jsonBody, query, reply } from '../../../platform/http/typed.ts';
import { listAlerts, seeAlert } from './alerts.ts';
import { readMyMail, saveMyMail } from './my-mail.ts';

/** `/v1/insights/alerts` and `/v1/insights/mine`: what the figures say by themselves, and to whom (E83, E84). */
export const tellingRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/alerts', query(alertsQuery), async (c) => {
      const { state } = c.req.valid('query');
      const found = await listAlerts(deps, c.get('shop').id, state);
      return answer(c, found, { headers: PERSONAL });
    })
    .post('/alerts/:alertId/seen', async (c) =>
      reply(c, await seeAlert(deps, { shop: c.get('shop'), id: pathId(c, 'alertId') })),
    )
    .get('/mine', async (c) =>
      reply(c, await readMyMail(deps, { shop: c.get('shop'), actor: c.get('actor') })),
    )
    .put('/mine', jsonBody(myInsightMail), async (c) => {
      const asking = { shop: c.get('shop'), actor: c.get('actor') };
      return reply(c, await saveMyMail(deps, { ...asking, wanted: c.req.valid('json') }));
    });
