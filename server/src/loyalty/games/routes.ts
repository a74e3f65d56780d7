import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { auditDraws } from './list-draws.ts';

/** `/v1/gifts`: the draws of surprise gifts, open to audit. */
export const giftRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  routes.get('/:giftId/draws', async (c) => {
    const audit = await auditDraws(deps, c.get('shop'), pathId(c, 'giftId'));
    if (audit === undefined) throw new ProblemError('notFound', 'There is no such gift.');
    return replyJson(c, audit);
  });
  return routes;
};
