import { orderState } from '@okaeri/shared/orders';
import { reconcileInput } from '@okaeri/shared/reconciliation';
import { quoteInput, quotesInput } from '@okaeri/shared/storefront';
import { atStorefront, open, type Operations, saysNothing } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const ordersOperations: Operations = {
  'PUT /v1/orders/{orderId}': {
    id: 'putOrder',
    summary: 'Take the full present state of an order; its points follow it',
    answers: 'putOrder',
    statuses: [200, 201],
    body: orderState,
  },
  'GET /v1/orders/{orderId}': {
    id: 'getOrder',
    summary: 'The points of an order as they stand',
    answers: 'getOrder',
  },
  'GET /v1/orders': {
    id: 'listOrders',
    summary: 'Find orders by their number, or list them in an order',
    answers: 'listOrders',
  },
  'GET /v1/orders/{orderId}/page': {
    id: 'getOrderPage',
    summary: 'An order with its lines, what each earned and why not, and what became of its points',
    answers: 'getOrderPage',
  },
  'GET /v1/exports/orders': {
    id: 'exportOrders',
    summary: 'A list of orders as a table, all of it',
    answers: { media: 'text/csv' },
  },
  'POST /v1/orders/reconcile': {
    id: 'reconcileOrders',
    summary: 'Compare orders with what is posted, and repair what differs',
    answers: 'reconcileOrders',
    body: reconcileInput,
  },
  'GET /v1/seen-items': {
    id: 'listSeenItems',
    summary: 'Products, collections or tags of the catalog and of 500 orders, most ordered first',
    answers: 'listSeenItems',
  },
  ...atStorefront({
    'POST /quote': {
      id: 'quote',
      ...saysNothing('It asks what a cart would earn, and changes nothing.'),
      summary: 'What a cart would earn, as it will be earned',
      answers: 'quote',
      body: quoteInput,
      ...open,
    },
    'POST /quotes': {
      id: 'quoteCarts',
      ...saysNothing('It asks what carts would earn, and changes nothing.'),
      summary: 'What several carts would earn, each by itself',
      answers: 'quoteCarts',
      body: quotesInput,
      ...open,
    },
  }),
};
