import { open, type Operations } from '../operation.ts';

const TEXT = { media: 'text/plain' } as const;
const HTML = { media: 'text/html' } as const;
const JSON_BODY = { media: 'application/json' } as const;

/** What the API's document says of the server itself. */
export const serverOperations: Operations = {
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
};
