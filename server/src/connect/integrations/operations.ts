import { open, type Operations } from '../../operation.ts';

const JSON_BODY = { media: 'application/json' } as const;

/** What the API's document says of this area's routes. */
export const integrationsOperations: Operations = {
  'GET /v1/integrations/connection': {
    id: 'getConnection',
    summary: 'The platform the shop runs on',
    answers: 'getConnection',
  },
  'PUT /v1/integrations/connection': {
    id: 'putConnection',
    summary: 'Connect the shop with its platform',
    answers: 'putConnection',
  },
  'DELETE /v1/integrations/connection': {
    id: 'deleteConnection',
    summary: 'Take the connection away',
    answers: null,
  },
  'POST /v1/integrations/sweep': {
    id: 'sweepOrders',
    summary: 'Compare orders with the platform’s from an instant on',
    answers: 'putConnection',
  },
  'GET /v1/integrations/messages': {
    id: 'listMessages',
    summary: 'What the platform sent, and what became of it',
    answers: 'listMessages',
  },
  'POST /v1/integrations/messages/{messageId}/retry': {
    id: 'retryMessage',
    summary: 'Work off anew what failed',
    answers: 'retryMessage',
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
