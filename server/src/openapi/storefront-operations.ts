import { claimInput, claimTicketInput } from '@okaeri/shared/activities';
import { contactInput } from '@okaeri/shared/contacts';
import { redemptionInput } from '@okaeri/shared/redemptions';
import { profileChange } from '@okaeri/shared/shoppers';
import { quoteInput } from '@okaeri/shared/storefront';
import { eventsInput } from '@okaeri/shared/suggestions';
import { atStorefront, open } from './storefront-paths.ts';

/** What the widget calls about points and rewards, with a shopper’s token or as a guest. */
export const STOREFRONT = atStorefront({
  'GET /program': {
    id: 'getPublicProgram',
    summary: 'The programme as shoppers see it',
    answers: 'getPublicProgram',
    revalidated: true,
    ...open,
  },
  'POST /quote': {
    id: 'quote',
    summary: 'What a cart would earn, as it will be earned',
    answers: 'quote',
    body: quoteInput,
    ...open,
  },
  'GET /proof': {
    id: 'getProof',
    summary: 'Work to be done before something is written',
    answers: 'getProof',
    ...open,
  },
  'GET /me': {
    id: 'getMe',
    summary: 'Everything the widget needs, in one answer',
    answers: 'getMe',
  },
  'PATCH /me': {
    id: 'changeMe',
    summary: 'Change one’s own profile',
    answers: 'getMe',
    body: profileChange,
  },
  'DELETE /me': { id: 'eraseMe', summary: 'Be forgotten', answers: null },
  'POST /me/enroll': { id: 'enrollMe', summary: 'Join the programme', answers: 'getMe' },
  'GET /me/export': {
    id: 'exportMe',
    summary: 'Everything that is kept about oneself',
    answers: 'exportMe',
  },
  'GET /me/transactions': {
    id: 'listMyTransactions',
    summary: 'One’s own history, with receipts',
    answers: 'listMyTransactions',
  },
  'POST /me/card': { id: 'showCard', summary: 'A card to be shown at a till', answers: 'showCard' },
  'POST /me/events': {
    id: 'noteSeen',
    summary: 'Tell which products were looked at',
    answers: null,
    body: eventsInput,
  },
  'GET /me/referral': {
    id: 'getMyReferral',
    summary: 'One’s own code to recommend the shop with',
    answers: 'getMyReferral',
  },
  'POST /me/activities/nonces': {
    id: 'openClaim',
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
  'POST /me/contacts': {
    id: 'askContact',
    summary: 'Whether the page may ask for something now',
    answers: 'askContact',
    body: contactInput,
  },
  'POST /me/contacts/dismiss': {
    id: 'dismissContact',
    summary: 'Say that one does not want to be asked',
    answers: 'askContact',
    body: contactInput,
  },
  'POST /redemptions': {
    id: 'redeem',
    summary: 'Take a reward',
    answers: 'redeem',
    statuses: [200, 201],
    body: redemptionInput,
    keyed: true,
  },
  'POST /redemptions/{redemptionId}/release': {
    id: 'release',
    summary: 'Give a reward back',
    answers: 'redeem',
  },
});
