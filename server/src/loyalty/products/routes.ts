import { Hono } from 'hono';
import {
  productBatchInput,
  productDeletion,
  productDocument,
  productState,
} from '@okaeri/shared/products';
import { id } from '@okaeri/shared/values';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { checkOne } from '../../platform/http/read-body.ts';
import { pagingQuery, pathId } from '../../platform/http/read-request.ts';
import { answer, done, jsonBody, query, refuse, sentBody } from '../../platform/http/typed.ts';
import { deleteProduct } from './delete-product.ts';
import { putProduct } from './put-product.ts';
import { putProducts } from './put-products.ts';
import { listProducts, readProduct } from './read-product.ts';

/** `?cursor=&limit=`: the cursor is an id of the merchant's. */
const productsQuery = pagingQuery.extend({ cursor: id.optional() });

/** `/v1/products`: the full present state of a product in, and out again. */
export const productRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(productsQuery), async (c) =>
      answer(c, await listProducts(deps, { shop: c.get('shop'), ...c.req.valid('query') })),
    )
    .post('/batch', jsonBody(productBatchInput), async (c) => {
      const products = c.req
        .valid('json')
        .products.map((sent) => ({ sent, read: checkOne(productDocument, sent) }));
      const items = await putProducts(deps, { shop: c.get('shop'), products });
      return answer(c, { items });
    })
    .put('/:productId', jsonBody(productState), async (c) => {
      const productId = pathId(c, 'productId');
      const state = c.req.valid('json');
      const input = { shop: c.get('shop'), productId, state, body: sentBody(c) };
      const outcome = await putProduct(deps, input);
      if ('refused' in outcome) return refuse(c, outcome.refused);
      return answer(c, outcome.ok, { status: outcome.created ? 201 : 200 });
    })
    .get('/:productId', async (c) => {
      const product = await readProduct(deps, c.get('shop'), pathId(c, 'productId'));
      if (product === undefined)
        throw new ProblemError('unknownProduct', 'No state of it was received, or it is no more.');
      return answer(c, product);
    })
    .delete('/:productId', query(productDeletion), async (c) => {
      const { updatedAt } = c.req.valid('query');
      const at = updatedAt === undefined ? undefined : Date.parse(updatedAt);
      await deleteProduct(deps, { shop: c.get('shop'), productId: pathId(c, 'productId'), at });
      return done();
    });
