import { atStorefront, type Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const meOperations: Operations = atStorefront({
  'GET /me/orders/{orderId}': {
    id: 'getOwnOrder',
    summary: 'What an order of one’s own brings: its points, and when they can be spent',
    answers: 'getOwnOrder',
  },
});
