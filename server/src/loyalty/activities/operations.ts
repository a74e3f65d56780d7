import { activityInput, claimInput, claimTicketInput } from '@okaeri/shared/activities';
import { atStorefront, type Operations, saysNothing } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const activitiesOperations: Operations = {
  'POST /v1/activities': {
    id: 'recordActivity',
    summary: 'Report something a shopper did that may earn',
    answers: 'recordActivity',
    statuses: [200, 201],
    body: activityInput,
  },
  'DELETE /v1/activities/{activityId}': {
    id: 'removeActivity',
    summary: 'Take an act back, and its points with it',
    answers: 'removeActivity',
  },
  ...atStorefront({
    'POST /me/activities/nonces': {
      id: 'openClaim',
      ...saysNothing('It begins a claim, which is counted when it is made.'),
      summary: 'A ticket for an act that a browser may claim',
      answers: 'claimTicket',
      body: claimTicketInput,
    },
    'POST /me/activities': {
      id: 'claimActivity',
      summary: 'Claim an act with its ticket',
      answers: 'claimActivity',
      statuses: [200, 201],
      body: claimInput,
    },
  }),
};
