import { Hono } from 'hono';
import { batchInput, type AdjustedMany } from '@okaeri/shared/shoppers';
import { cardInput } from '@okaeri/shared/till';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
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
export const adjustmentRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.post('/', async (c) => {
    const { input: batch, body } = await readBody(c, batchInput);
    const done = await adjustBatch(deps, { shop: c.get('shop'), batch });
    return replyJson(c, { ...done, warnings: leftOutOf(body, batch) } satisfies AdjustedMany);
  });

  routes.post('/:batchId/undo', async (c) => {
    const batchId = pathId(c, 'batchId');
    const undone = await undoBatch(deps, { shop: c.get('shop'), batchId, isImport: false });
    return 'refused' in undone ? replyRefusal(c, undone.refused) : replyJson(c, undone.ok);
  });

  return routes;
};
