import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const searchOperations: Operations = {
  'GET /v1/search': {
    id: 'search',
    summary: 'Find shoppers, orders, codes and reviews by a name, a number or a code',
    answers: 'search',
  },
};
