import { PERSONAL } from '../../platform/http/reply.ts';
import { Hono } from 'hono';
import { privacySettings } from '@okaeri/shared/privacy';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { pathId, readIfMatch } from '../../platform/http/read-request.ts';
import { answer, jsonBody, replyTagged } from '../../platform/http/typed.ts';
import { listPrivacyRequests, readPrivacyRequest } from './privacy-requests.ts';
import { readPrivacySettings, savePrivacySettings } from './settings.ts';

/** `/v1/privacy`: how long the shop keeps people, and what was asked on their behalf. */
export const privacyRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/settings', (c) => replyTagged(c, { ok: readPrivacySettings(c.get('shop')) }))
    .get('/requests', async (c) => answer(c, await listPrivacyRequests(deps, c.get('shop'))))
    .get('/requests/:requestId/export', async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'requestId') };
      const request = await readPrivacyRequest(deps, key);
      if (request === undefined)
        throw new ProblemError('unknownRequest', 'No request of this id was made, or not of late.');
      return answer(c, request, { headers: PERSONAL });
    })
    .put('/settings', jsonBody(privacySettings), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      const document = c.req.valid('json');
      return replyTagged(c, await savePrivacySettings(deps, { ...of, document }));
    });
