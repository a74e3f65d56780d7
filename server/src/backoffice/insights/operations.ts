import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const insightsOperations: Operations = {
  'GET /v1/insights': {
    id: 'getInsights',
    summary: 'What the shop comes to, and what to do next',
    answers: 'getInsights',
  },
};
