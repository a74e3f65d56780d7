import { contactInput, contactSettings, mailEvents, nextTouchInput } from '@okaeri/shared/contacts';
import { declarationInput } from '@okaeri/shared/consents';
import { mailSenderInput } from '@okaeri/shared/mail-sender';
import { atStorefront, open, publicPage, type Operations, saysNothing } from '../../operation.ts';

const HTML = { media: 'text/html' } as const;

/** What the API's document says of this area's routes. */
export const contactsOperations: Operations = {
  'GET /unsubscribe/{publicKey}/{token}': {
    id: 'getUnsubscribePage',
    summary: 'The page an e-mail’s “no more of these” leads to',
    answers: HTML,
    statuses: [200, 404],
    ...publicPage,
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
  'GET /v1/touches': {
    id: 'listShopTouches',
    summary: 'What was to be said to anybody, and why it was or was not',
    answers: 'listShopTouches',
  },
  'GET /v1/exports/touches': {
    id: 'exportTouches',
    summary: 'The contact log as a table, all of it; who took it along is in the log',
    answers: { media: 'text/csv' },
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
  'POST /v1/mail/reports': {
    id: 'noteMailReport',
    summary: 'A report about a message, as a mail server sent it (RFC 3464, RFC 5965)',
    answers: 'noteMailEvents',
    body: { media: 'message/rfc822' },
  },
  'GET /v1/mail/sender': {
    id: 'getMailSender',
    summary: 'From whom the shop’s messages come, and what its domain was found to have',
    answers: 'mailSender',
  },
  'PUT /v1/mail/sender': {
    id: 'putMailSender',
    summary: 'Change from whom they come',
    answers: 'mailSender',
    body: mailSenderInput,
    tagged: true,
  },
  'GET /v1/contacts/marketing': {
    id: 'getMarketingState',
    summary: 'How many complained about marketing by e-mail, and whether it rests',
    answers: 'marketingState',
  },
  'POST /v1/contacts/resume': {
    id: 'resumeMarketing',
    summary: 'Let marketing by e-mail go on',
    answers: 'marketingState',
  },
  'GET /v1/contacts/declaration': {
    id: 'getDeclaration',
    summary: 'Whether an owner has said that those who subscribed before had agreed',
    answers: 'declaration',
  },
  'POST /v1/contacts/declaration': {
    id: 'declareNewsletters',
    summary: 'Say that those who subscribed before had agreed to a wording',
    answers: 'declaration',
    body: declarationInput,
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
      ...saysNothing('It asks what to show.'),
      summary: 'Whether the page may ask for something now',
      answers: 'askContact',
      body: contactInput,
    },
    'POST /me/contacts/dismiss': {
      id: 'dismissContact',
      ...saysNothing('Putting something away is never too much (E10).'),
      summary: 'Say that one does not want to be asked',
      answers: 'askContact',
      body: contactInput,
    },
    'POST /me/touches/next': {
      id: 'nextTouch',
      ...saysNothing('It asks what to show.'),
      summary: 'What there is to say to this shopper now, at most one thing',
      answers: 'nextTouch',
      body: nextTouchInput,
    },
    'POST /me/touches/{touchId}/dismiss': {
      id: 'dismissTouch',
      ...saysNothing('Putting something away is never too much (E10).'),
      summary: 'Want to see this no more',
      answers: null,
    },
    'POST /me/touches/{touchId}/clicked': {
      id: 'followTouch',
      ...saysNothing('A page notes by itself that a link was followed.'),
      summary: 'Say that one has followed it',
      answers: null,
    },
  }),
};
