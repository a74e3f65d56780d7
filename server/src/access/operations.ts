import { atStorefront, open, type Operations } from '../operation.ts';

/** What the API's document says of this area's routes. */
export const accessOperations: Operations = {
  'GET /v1/shop': { id: 'getShop', summary: 'The shop', answers: 'getShop' },
  'PATCH /v1/shop': {
    id: 'changeShop',
    summary: 'Change name, origins or languages',
    answers: 'getShop',
  },
  'POST /v1/shop/close': {
    id: 'closeShop',
    summary: 'Let widget, API and e-mail rest',
    answers: 'getShop',
  },
  'POST /v1/shop/reopen': { id: 'reopenShop', summary: 'Open the shop again', answers: 'getShop' },
  'POST /v1/shop/check': {
    id: 'checkPage',
    summary: 'Look whether a page carries the widget',
    answers: 'checkPage',
  },
  'POST /v1/shop/check/token': {
    id: 'checkToken',
    summary: 'Say whether a shopper token is right, and if not, why',
    answers: 'checkToken',
  },
  'GET /v1/shop/sightings': {
    id: 'listSightings',
    summary: 'Where the widget has run',
    answers: 'listSightings',
  },
  'GET /v1/team': { id: 'listTeam', summary: 'Who works for the shop', answers: 'listTeam' },
  'PUT /v1/team/{userId}': {
    id: 'setRole',
    summary: 'Change what somebody may do',
    answers: 'setRole',
  },
  'DELETE /v1/team/{userId}': { id: 'removeMember', summary: 'Let somebody go', answers: null },
  'GET /v1/team/invitations': {
    id: 'listInvitations',
    summary: 'Who was asked in',
    answers: 'listInvitations',
  },
  'POST /v1/team/invitations': {
    id: 'invite',
    summary: 'Ask somebody in',
    answers: 'invite',
    statuses: [201],
  },
  'DELETE /v1/team/invitations/{invitationId}': {
    id: 'withdrawInvitation',
    summary: 'Take an invitation back',
    answers: null,
  },
  'GET /v1/keys': { id: 'listKeys', summary: 'Keys of the API', answers: 'listKeys' },
  'POST /v1/keys': {
    id: 'createKey',
    summary: 'Make a key; its text is shown this once',
    answers: 'createKey',
    statuses: [201],
  },
  'DELETE /v1/keys/{keyId}': { id: 'endKey', summary: 'End a key', answers: null },
  'GET /v1/acts': {
    id: 'listActs',
    summary: 'What people and keys have changed',
    answers: 'listActs',
  },
  'GET /v1/exports/acts': {
    id: 'exportActs',
    summary: 'What people and keys have changed, as a table, all of it',
    answers: { media: 'text/csv' },
  },
  ...atStorefront({
    'GET /proof': {
      id: 'getProof',
      summary: 'Work to be done before something is written',
      answers: 'getProof',
      ...open,
    },
  }),
};
