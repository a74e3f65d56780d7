import {
  consentInput,
  ownConsentInput,
  ownConsentsQuery,
  suppressionInput,
  suppressionLift,
  suppressionLookup,
  wordings,
} from '@okaeri/shared/consents';
import { atStorefront, choice, open, publicPage, type Operations } from '../../operation.ts';

const HTML = { media: 'text/html' } as const;

/** What the API's document says of this area's routes. */
export const consentsOperations: Operations = {
  'GET /consent/{publicKey}': {
    id: 'getConsentPage',
    summary: 'The page that asks to confirm a consent',
    answers: HTML,
    statuses: [200, 404],
    ...publicPage,
  },
  'POST /consent/{publicKey}': {
    id: 'confirmConsent',
    summary: 'Confirm a consent by the link of an e-mail',
    answers: HTML,
    statuses: [200, 404],
    ...open,
  },
  'POST /v1/shoppers/{shopperId}/consents': {
    id: 'recordConsent',
    summary: 'Write down what a shopper agreed to, or does not any more',
    answers: 'recordConsent',
    body: consentInput,
    statuses: [201],
    keyed: true,
  },
  'GET /v1/shoppers/{shopperId}/consents': {
    id: 'listConsents',
    summary: 'What a shopper has agreed to, and what stands of it',
    answers: 'listConsents',
  },
  'POST /v1/guests/{shopperId}/consents': {
    id: 'recordConsentOfGuest',
    summary: 'Write down what a guest agreed to, or does not any more',
    answers: 'recordConsent',
    body: consentInput,
    statuses: [201],
    keyed: true,
  },
  'GET /v1/guests/{shopperId}/consents': {
    id: 'listConsentsOfGuest',
    summary: 'What a guest has agreed to, and what stands of it',
    answers: 'listConsents',
  },
  'GET /v1/contacts/wordings': {
    id: 'getWordings',
    summary: 'The sentences shoppers agree to',
    answers: wordings,
  },
  'PUT /v1/contacts/wordings': {
    id: 'putWordings',
    summary: 'Change the sentences nobody has agreed to yet, and add others',
    answers: wordings,
    tagged: true,
  },
  'POST /v1/contacts/suppressions': {
    id: 'suppressAddress',
    summary: 'Send nothing more to an address',
    answers: null,
    body: suppressionInput,
  },
  'POST /v1/contacts/suppressions/lift': {
    id: 'liftSuppression',
    summary: 'Send to an address again that the shop had suppressed',
    answers: null,
    body: suppressionLift,
  },
  'POST /v1/contacts/suppressions/lookup': {
    id: 'lookUpSuppressions',
    summary: 'Which of some addresses nothing is sent to, and why',
    answers: 'lookUpSuppressions',
    body: suppressionLookup,
  },
  ...atStorefront({
    'GET /me/consents': {
      id: 'getOwnConsents',
      summary: 'What one has agreed to, and the words of what one may',
      answers: 'getOwnConsents',
      query: ownConsentsQuery,
    },
    'PUT /me/consents': {
      id: 'chooseConsent',
      summary: 'Agree to something, or do not any more',
      answers: 'chooseConsent',
      body: ownConsentInput,
      ...choice,
    },
  }),
};
