import { Hono } from 'hono';
import { ordersQuery } from '@okaeri/shared/order-lists';
import { orderState } from '@okaeri/shared/orders';
import { reconcileInput } from '@okaeri/shared/reconciliation';
import { looseQuotes, quoteInput } from '@okaeri/shared/storefront';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { checkOne, readBody } from '../../platform/http/read-body.ts';
import { badCursor, pathId } from '../../platform/http/read-request.ts';
import { answer, query } from '../../platform/http/typed.ts';
import { shopperIfAny, type StorefrontEnv, type VisitorEnv } from '../../access/storefront.ts';
import { putOrder } from './put-order.ts';
import { quoteCart, quoteCarts } from './quote-cart.ts';
import { reconcileOrders } from './reconcile-orders.ts';
import { listShopOrders } from './list-shop-orders.ts';
import { readOrder } from './read-order.ts';
import { readOrderPage } from './read-order-page.ts';

/** `/v1/orders`: the full present state of an order in, its points out. */
export const orderRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(ordersQuery), async (c) => {
      const { counted, ...asked } = c.req.valid('query');
      const shop = c.get('shop');
      const list = await listShopOrders(deps, shop, { ...asked, counted: counted === 'true' });
      if (list === undefined) throw badCursor();
      return answer(c, list);
    })
    .put('/:orderId', async (c) => {
      const orderId = pathId(c, 'orderId');
      const { input: state, body } = await readBody(c, orderState);
      const outcome = await putOrder(deps, { shop: c.get('shop'), orderId, state, body });
      if ('refused' in outcome) return replyRefusal(c, outcome.refused);
      return replyJson(c, outcome.ok, { status: outcome.created ? 201 : 200 });
    })
    .post('/reconcile', async (c) => {
      const { input: request } = await readBody(c, reconcileInput);
      return replyJson(c, await reconcileOrders(deps, { shop: c.get('shop'), request }));
    })
    .get('/:orderId', async (c) => {
      const order = await readOrder(deps, c.get('shop'), pathId(c, 'orderId'));
      if (order === undefined) throw unknownOrder();
      return answer(c, order);
    })
    .get('/:orderId/page', async (c) => {
      const page = await readOrderPage(deps, c.get('shop'), pathId(c, 'orderId'));
      if (page === undefined) throw unknownOrder();
      return answer(c, page);
    });

function unknownOrder(): ProblemError {
  return new ProblemError('unknownOrder', 'No state of it was received.');
}

/** `/storefront/v1/{publicKey}/quote`: what a cart would earn; `/quotes`, what each of several would. */
export const quoteRoutes = (deps: Deps): Hono<StorefrontEnv> => {
  const routes = new Hono<VisitorEnv>();
  routes.post('/quote', shopperIfAny(deps), async (c) => {
    const { input: cart } = await readBody(c, quoteInput);
    const externalId = c.get('claims')?.externalId ?? null;
    const outcome = await quoteCart(deps, { shop: c.get('shop'), cart, externalId });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  });
  routes.post('/quotes', shopperIfAny(deps), async (c) => {
    const { input } = await readBody(c, looseQuotes);
    const carts = input.carts.map((cart) => checkOne(quoteInput, cart));
    const externalId = c.get('claims')?.externalId ?? null;
    return replyJson(c, await quoteCarts(deps, { shop: c.get('shop'), carts, externalId }));
  });
  return new Hono<StorefrontEnv>().route('/', routes);
};
