import {
  productBatch,
  productDeletion,
  productDocument,
  productState,
} from '@okaeri/shared/products';
import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const productsOperations: Operations = {
  'GET /v1/products': {
    id: 'listProducts',
    summary: 'The products of the shop, in the order of their ids',
    answers: 'listProducts',
  },
  'POST /v1/products/batch': {
    id: 'putProducts',
    summary: 'Take the full present states of many products, each by itself',
    answers: 'putProducts',
    body: productBatch,
  },
  'PUT /v1/products/{productId}': {
    id: 'putProduct',
    summary: 'Take the full present state of a product; the newest one is what is known',
    answers: 'putProduct',
    statuses: [200, 201],
    body: productState,
  },
  'GET /v1/products/{productId}': {
    id: 'getProduct',
    summary: 'A product as it was last told',
    answers: productDocument,
  },
  'DELETE /v1/products/{productId}': {
    id: 'deleteProduct',
    summary: 'Take a product out; states from before no longer bring it back',
    answers: null,
    query: productDeletion,
  },
};
