import { atStorefront, type Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const referralsOperations: Operations = {
  'GET /v1/referrals': {
    id: 'listReferrals',
    summary: 'Who brought whom, by what was decided',
    answers: 'listReferrals',
  },
  'POST /v1/referrals/{orderId}/approve': {
    id: 'approveReferral',
    summary: 'Let a doubtful referral count',
    answers: 'decideReferral',
  },
  'POST /v1/referrals/{orderId}/decline': {
    id: 'declineReferral',
    summary: 'Let a referral not count',
    answers: 'decideReferral',
  },
  ...atStorefront({
    'GET /me/referral': {
      id: 'getMyReferral',
      summary: 'One’s own code to recommend the shop with',
      answers: 'getMyReferral',
    },
  }),
};
