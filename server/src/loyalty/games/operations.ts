import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const gamesOperations: Operations = {
  'GET /v1/gifts/{giftId}/draws': {
    id: 'listDraws',
    summary: 'Every draw of a gift, with what it was drawn from',
    answers: 'listDraws',
  },
};
