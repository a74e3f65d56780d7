import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const webhooksOperations: Operations = {
  'GET /v1/webhooks': {
    id: 'listEndpoints',
    summary: 'Webhook endpoints: addresses that events are sent to',
    answers: 'listEndpoints',
  },
  'POST /v1/webhooks': {
    id: 'createEndpoint',
    summary: 'Add a webhook endpoint; its secret is shown this once',
    answers: 'createEndpoint',
    statuses: [201],
  },
  'GET /v1/webhooks/{endpointId}': {
    id: 'getEndpoint',
    summary: 'A webhook endpoint',
    answers: 'getEndpoint',
  },
  'PATCH /v1/webhooks/{endpointId}': {
    id: 'changeEndpoint',
    summary: 'Change where, of what, and whether',
    answers: 'getEndpoint',
  },
  'DELETE /v1/webhooks/{endpointId}': {
    id: 'deleteEndpoint',
    summary: 'Remove a webhook endpoint',
    answers: null,
  },
  'POST /v1/webhooks/{endpointId}/rotate': {
    id: 'rotateEndpoint',
    summary: 'A new secret; the one before signs beside it for a day',
    answers: 'createEndpoint',
  },
  'GET /v1/webhooks/{endpointId}/attempts': {
    id: 'listAttempts',
    summary: 'What was sent, and what was answered',
    answers: 'listAttempts',
  },
  'POST /v1/webhooks/{endpointId}/test': {
    id: 'testEndpoint',
    summary: 'Send a message that says nothing',
    answers: 'sendTest',
    statuses: [202],
  },
  'POST /v1/webhooks/{endpointId}/replay': {
    id: 'replayMessages',
    summary: 'Send everything of a period again',
    answers: 'queued',
    statuses: [202],
  },
  'POST /v1/webhooks/{endpointId}/messages/{messageId}/resend': {
    id: 'resendMessage',
    summary: 'Send a message again',
    answers: 'queued',
    statuses: [202],
  },
  'GET /v1/webhooks/messages/{messageId}': {
    id: 'getMessage',
    summary: 'A message as it was sent',
    answers: 'getMessage',
  },
};
