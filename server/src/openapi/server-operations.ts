import type { Operations } from './operation.ts';

const TEXT = { media: 'text/plain' } as const;
const HTML = { media: 'text/html' } as const;
const JSON_BODY = { media: 'application/json' } as const;
const open = { open: true } as const;

/** What the server itself answers, who is signed in to the console, and what platforms call. */
export const SERVER: Operations = {
  'GET /healthz': {
    id: 'getHealth',
    summary: 'Whether the process answers',
    answers: TEXT,
    ...open,
  },
  'GET /readyz': {
    id: 'getReadiness',
    summary: 'Whether the database answers',
    answers: TEXT,
    ...open,
  },
  'GET /metrics': {
    id: 'getMetrics',
    summary: 'Counts in the text format of Prometheus',
    answers: TEXT,
    ...open,
  },
  'GET /openapi.json': { id: 'getDocument', summary: 'This document', answers: JSON_BODY, ...open },
  'GET /docs': { id: 'getDocs', summary: 'This document, to be read', answers: HTML, ...open },
  'GET /v1/account': {
    id: 'getAccount',
    summary: 'Who is signed in to the console',
    answers: 'getAccount',
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
  'GET /review/{publicKey}': {
    id: 'getInvitationPage',
    summary: 'The page an e-mail that asks for a review leads to',
    answers: HTML,
    ...open,
  },
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
  'POST /integrations/shopify/{publicKey}': {
    id: 'receiveShopify',
    summary: 'A message of Shopify, signed',
    answers: 'accepted',
    body: JSON_BODY,
    ...open,
  },
  'GET /integrations/shopify/{publicKey}/proxy/token': {
    id: 'getProxyToken',
    summary: 'A shopper token through Shopify’s app proxy',
    answers: 'proxyToken',
    ...open,
  },
  'POST /integrations/woocommerce/{publicKey}': {
    id: 'receiveWooCommerce',
    summary: 'A message of WooCommerce, signed',
    answers: 'accepted',
    body: JSON_BODY,
    ...open,
  },
};
