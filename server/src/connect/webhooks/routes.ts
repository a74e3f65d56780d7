import { Hono } from 'hono';
import { z } from 'zod';
import { endpointChange, endpointInput, replayInput } from '@okaeri/shared/webhooks';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { pagingQuery, pathId } from '../../platform/http/read-request.ts';
import { answer, done, jsonBody, query, refuse, reply } from '../../platform/http/typed.ts';
import {
  addEndpoint,
  changeEndpoint,
  listEndpoints,
  readEndpoint,
  removeEndpoint,
  rotateEndpoint,
} from './manage-endpoints.ts';
import {
  listAttempts,
  readMessage,
  replayMessages,
  resendMessage,
  sendTest,
} from './webhook-log.ts';

const nothing = z.strictObject({});

/** `/v1/webhooks`: endpoints that events are sent to, and what they were sent. */
export const webhookRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => answer(c, await listEndpoints(deps, c.get('shop').id)))
    .post('/', jsonBody(endpointInput), async (c) => {
      const headers = { 'Cache-Control': 'no-store' };
      const outcome = await addEndpoint(deps, c.get('shop').id, c.req.valid('json'));
      if ('refused' in outcome) return refuse(c, outcome.refused);
      return answer(c, outcome.ok, { status: 201, headers });
    })
    .get('/messages/:messageId', async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'messageId') };
      return reply(c, await readMessage(deps, key));
    })
    .get('/:endpointId', async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      return reply(c, await readEndpoint(deps, key));
    })
    .patch('/:endpointId', jsonBody(endpointChange), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      return reply(c, await changeEndpoint(deps, key, c.req.valid('json')));
    })
    .delete('/:endpointId', async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      const outcome = await removeEndpoint(deps, key);
      return 'refused' in outcome ? refuse(c, outcome.refused) : done();
    })
    .post('/:endpointId/rotate', jsonBody(nothing), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      const outcome = await rotateEndpoint(deps, key);
      if ('refused' in outcome) return refuse(c, outcome.refused);
      return answer(c, outcome.ok, { headers: { 'Cache-Control': 'no-store' } });
    })
    .route('/', sendingRoutes(deps));

/** What was sent, and sending it again: below `/v1/webhooks/{endpointId}`. */
function sendingRoutes(deps: Deps) {
  return new Hono<MerchantEnv>()
    .get('/:endpointId/attempts', query(pagingQuery), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      return reply(c, await listAttempts(deps, { ...key, ...c.req.valid('query') }));
    })
    .post('/:endpointId/test', jsonBody(nothing), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      return reply(c, await sendTest(deps, key), 202);
    })
    .post('/:endpointId/replay', jsonBody(replayInput), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      const { since, until } = c.req.valid('json');
      const period = { since: Date.parse(since), until: Date.parse(until) };
      return reply(c, await replayMessages(deps, { ...key, ...period }), 202);
    })
    .post('/:endpointId/messages/:messageId/resend', jsonBody(nothing), async (c) => {
      const key = { shopId: c.get('shop').id, id: pathId(c, 'endpointId') };
      const messageId = pathId(c, 'messageId');
      return reply(c, await resendMessage(deps, { ...key, messageId }), 202);
    });
}
