import { Hono } from 'hono';
import { batchInput, type AdjustedMany } from '@okaeri/shared/shoppers';
import { cardInput } from '@okaeri/shared/till';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { answer, jsonBody, reply, sentBody } from '../../platform/http/typed.ts';
import { leftOutOf } from '../../platform/lib/left-out.ts';
import { adjustBatch } from './adjust-batch.ts';
import { undoBatch } from './undo-batch.ts';
import { readCard } from './show-card.ts';

/** `/v1/till`: whose card was scanned. Earning and redeeming are orders and redemptions as anywhere. */
export const tillRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  routes.post('/lookup', async (c) => {
    const { input } = await readBody(c, cardInput);
    const found = await readCard(deps, { shop: c.get('shop'), ...input });
    return 'refused' in found ? replyRefusal(c, found.refused) : replyJson(c, found.ok);
  });
  return routes;
};

/** `/v1/adjustments`: many at once, as a file brings them, with a dry run and a way back. */
export const adjustmentRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .post('/', jsonBody(batchInput), async (c) => {
      const batch = c.req.valid('json');
      const done = await adjustBatch(deps, { shop: c.get('shop'), batch });
      const adjusted: AdjustedMany = { ...done, warnings: leftOutOf(sentBody(c), batch) };
      return answer(c, adjusted);
    })
    .post('/:batchId/undo', async (c) => {
      const batchId = pathId(c, 'batchId');
      return reply(c, await undoBatch(deps, { shop: c.get('shop'), batchId, isImport: false }));
    });
