import { parentPort, type Transferable } from 'node:worker_threads';

/** Posts a message from a worker and waits until it was heard: nothing piles up on the other side. */
export function post(message: unknown): Promise<void> {
  const port = portOf();
  return new Promise((resolve) => {
    port.once('message', () => resolve());
    port.postMessage(message);
  });
}

/** Posts what a worker has found, its last word; what is in `transfer` is moved. */
export function answerWith(message: unknown, transfer: readonly Transferable[] = []): void {
  portOf().postMessage(message, transfer);
}

function portOf(): NonNullable<typeof parentPort> {
  if (parentPort === null) throw new Error('This runs in a worker only.');
  return parentPort;
}
