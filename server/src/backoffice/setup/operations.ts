import { open, type Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const setupOperations: Operations = {
  'GET /v1/account': {
    id: 'getAccount',
    summary: 'Who is signed in to the console',
    answers: 'getAccount',
  },
  'GET /v1/account/start': {
    id: 'getStart',
    summary: 'Whether anybody has an account on this server',
    answers: 'getStart',
    ...open,
  },
  'POST /v1/account/invitation': {
    id: 'viewInvitation',
    summary: 'What an invitation says',
    answers: 'viewInvitation',
    ...open,
  },
  'POST /v1/account/join': {
    id: 'join',
    summary: 'Take an invitation, with a new account',
    answers: 'join',
    statuses: [201],
    ...open,
  },
  'POST /v1/account/join-as': {
    id: 'joinAs',
    summary: 'Take an invitation, signed in',
    answers: 'join',
  },
  'POST /v1/account/shops': {
    id: 'openShop',
    summary: 'Open another shop',
    answers: 'openShop',
    statuses: [201],
  },
  'GET /v1/overview': {
    id: 'getOverview',
    summary: 'What waits for a person, and what of the set-up is done',
    answers: 'getOverview',
  },
  'GET /v1/mail': { id: 'getMail', summary: 'Where e-mail comes from', answers: 'getMail' },
  'POST /v1/mail/test': {
    id: 'sendTestMail',
    summary: 'Send yourself a message',
    answers: 'sendTestMail',
  },
};
