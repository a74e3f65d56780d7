import { Hono } from 'hono';
import type { ShopperEnv } from '../../access/storefront.ts';
import type { Deps } from '../../deps.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { readOwnOrder } from './read-own-order.ts';

/** `/storefront/v1/{publicKey}/me/orders`: what a shopper's own orders bring them. */
export const ownOrderRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  routes.get('/:orderId', async (c) => {
    const asked = { claims: c.get('claims'), orderId: pathId(c, 'orderId') };
    const order = await readOwnOrder(deps, c.get('shop'), asked);
    if ('refused' in order) return replyRefusal(c, order.refused);
    return replyJson(c, order.ok, { headers: PERSONAL });
  });
  return routes;
};
