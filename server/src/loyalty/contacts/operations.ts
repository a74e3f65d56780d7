import { contactInput, contactSettings, mailEvents, nextTouchInput } from '@okaeri/shared/contacts';
import { atStorefront, open, type Operations } from '../../operation.ts';

const HTML = { media: 'text/html' } as const;

/** What the API's document says of this area's routes. */
export const contactsOperations: Operations = {
  'GET /unsubscribe/{publicKey}/{token}': {
    id: 'getUnsubscribePage',
    summary: 'The page an e-mail’s “no more of these” leads to',
    answers: HTML,
    statuses: [200, 404],
    ...open,
  },
  'POST /unsubscribe/{publicKey}/{token}': {
    id: 'unsubscribe',
    summary: 'Want no more of these (RFC 8058)',
    answers: HTML,
    statuses: [200, 404],
    ...open,
  },
  'GET /v1/shoppers/{shopperId}/touches': {
    id: 'listTouches',
    summary: 'What was to be said to a shopper, and why it was or was not',
    answers: 'listTouches',
  },
  'GET /v1/guests/{shopperId}/touches': {
    id: 'listTouchesOfGuest',
    summary: 'What was to be said to a guest, and why it was or was not',
    answers: 'listTouches',
  },
  'POST /v1/mail/events': {
    id: 'noteMailEvents',
    summary: 'What became of messages, as the shop’s mail provider tells it',
    answers: 'noteMailEvents',
    body: mailEvents,
  },
  'GET /v1/contacts/settings': {
    id: 'getContactSettings',
    summary: 'How often the shop speaks to somebody',
    answers: contactSettings,
  },
  'PUT /v1/contacts/settings': {
    id: 'putContactSettings',
    summary: 'Change how often',
    answers: contactSettings,
    tagged: true,
  },
  ...atStorefront({
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
    'POST /me/touches/next': {
      id: 'nextTouch',
      summary: 'What there is to say to this shopper now, at most one thing',
      answers: 'nextTouch',
      body: nextTouchInput,
    },
    'POST /me/touches/{touchId}/dismiss': {
      id: 'dismissTouch',
      summary: 'Want to see this no more',
      answers: null,
    },
    'POST /me/touches/{touchId}/clicked': {
      id: 'followTouch',
      summary: 'Say that one has followed it',
      answers: null,
    },
  }),
};
