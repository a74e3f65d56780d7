import type { Operations } from '../../operation.ts';

/** What the API's document says of this area's routes. */
export const simulationOperations: Operations = {
  'POST /v1/program/simulate': {
    id: 'simulateProgram',
    summary: 'Replay past orders under a draft: what it would cost, and who would gain',
    answers: 'simulateProgram',
    lines: 'application/x-ndjson',
  },
};
