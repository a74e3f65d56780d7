import { Hono } from 'hono';
import { z } from 'zod';
import { connectionInput, messageState, sweepInput } from '@okaeri/shared/integrations';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { pagingQuery, pathId } from '../../platform/http/read-request.ts';
import { answer, done, jsonBody, query, refuse, reply } from '../../platform/http/typed.ts';
import {
  connectPlatform,
  disconnectPlatform,
  sweepFrom,
  viewConnection,
} from './connect-platform.ts';
import { listMessages, retryMessage } from './list-messages.ts';

const messagesQuery = pagingQuery.extend({ state: messageState.default('failed') });

/** `/v1/integrations`: the platform a shop runs on, and what came from there. */
export const integrationRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/connection', async (c) => answer(c, await viewConnection(deps, c.get('shop'))))
    .put('/connection', jsonBody(connectionInput), async (c) => {
      const connection = c.req.valid('json');
      return reply(c, await connectPlatform(deps, { shop: c.get('shop'), connection }));
    })
    .delete('/connection', async (c) => {
      const outcome = await disconnectPlatform(deps, c.get('shop'));
      return 'refused' in outcome ? refuse(c, outcome.refused) : done();
    })
    .post('/sweep', jsonBody(sweepInput), async (c) => {
      const since = Date.parse(c.req.valid('json').since);
      return reply(c, await sweepFrom(deps, { shop: c.get('shop'), since }));
    })
    .get('/messages', query(messagesQuery), async (c) =>
      answer(c, await listMessages(deps, { shop: c.get('shop'), ...c.req.valid('query') })),
    )
    .post('/messages/:messageId/retry', jsonBody(z.strictObject({})), async (c) => {
      const id = pathId(c, 'messageId');
      return reply(c, await retryMessage(deps, { shop: c.get('shop'), id }));
    });
