import { Hono } from 'hono';
import { privacySettings } from '@okaeri/shared/privacy';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { readIfMatch } from '../http/read-request.ts';
import { jsonBody, replyTagged } from '../http/typed.ts';
import { readPrivacySettings, savePrivacySettings } from './settings.ts';

/** `/v1/privacy`: how long the shop keeps people. */
export const privacyRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/settings', (c) => replyTagged(c, { ok: readPrivacySettings(c.get('shop')) }))
    .put('/settings', jsonBody(privacySettings), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      const document = c.req.valid('json');
      return replyTagged(c, await savePrivacySettings(deps, { ...of, document }));
    });
