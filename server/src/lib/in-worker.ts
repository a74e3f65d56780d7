import { Worker } from 'node:worker_threads';

/**
 * Runs a module beside the event loop: it is given data, posts how far it is, and last of all
 * what it has found, which is the answer.
 */
export const inWorker = <Message>(
  module: URL,
  data: unknown,
  hear: (message: Message) => void = () => undefined,
): Promise<Message> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: data });
    const said: { last?: Message } = {};
    worker.on('message', (message: Message) => {
      said.last = message;
      hear(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (said.last === undefined) reject(new Error(`${module.pathname} ended without a word.`));
      else resolve(said.last);
    });
  });
