import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const portabilityOperations: Operations = {
  'GET /v1/shop/export': {
    id: 'exportShop',
    summary: 'The whole shop in one file, which imports to the same bytes',
    answers: { media: 'application/x-ndjson' },
  },
};
