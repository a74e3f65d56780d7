import type { ServerResponse } from 'node:http';

interface Waiting {
  readonly outgoing: ServerResponse;
  readonly send: (outgoing: ServerResponse) => void;
}

let waiting: Waiting[] = [];

/**
 * Sends an answer with the others of this turn of the event loop, at its end. A write wakes the one who reads at
 * the other end of a connection, which takes as long as all the rest of a short answer; where many are written one
 * after another, whoever reads them is awake from the first on. A `GET /me` takes half the processor for it
 * (decision 051).
 */
export const sendTogether = (
  outgoing: ServerResponse,
  send: (outgoing: ServerResponse) => void,
): void => {
  if (waiting.length === 0) setImmediate(sendAll);
  waiting.push({ outgoing, send });
};

function sendAll(): void {
  const sent = waiting;
  waiting = [];
  for (const { outgoing, send } of sent)
    try {
      send(outgoing);
    } catch {
      // One that cannot be sent must not keep the others: its client asks again.
      outgoing.destroy();
    }
}
