import { Hono } from 'hono';
import { testMailInput, type MailState } from '@okaeri/shared/mail';
import type { Deps } from '../../deps.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { answer, jsonBody, refuse } from '../../platform/http/typed.ts';
import { sendTestMail } from './send-test-mail.ts';

/** Test messages of one shop from one address, and in how many seconds. */
const TEST_MAIL_LIMIT = { points: 10, duration: 600 } as const;

/** `/v1/mail`: whether e-mail leaves this server. */
export const mailRoutes = (deps: Deps) => {
  const tests = createAttemptLimit(deps, TEST_MAIL_LIMIT);
  return new Hono<MerchantEnv>()
    .get('/', (c) => answer<MailState>(c, { from: deps.mail?.from ?? null }))
    .post('/test', jsonBody(testMailInput), async (c) => {
      const shop = c.get('shop');
      await tests.begin(c, shop.id);
      const of = { shop, actor: c.get('actor'), ...c.req.valid('json') };
      const sent = await sendTestMail(deps, of);
      return 'refused' in sent ? refuse(c, sent.refused) : answer(c, sent.ok);
    });
};
