import { workerData } from 'node:worker_threads';
import { createLogger } from '../../platform/lib/logger.ts';
import { answerWith, tell } from '../../platform/lib/worker-side.ts';
import { openStore } from '../../open-store.ts';
import { runReplay, type ReplayOrder } from './run-replay.ts';

// A replay of a million orders keeps a processor busy for most of a minute: it
// runs here, beside the event loop, on a connection of its own.
const order = workerData as ReplayOrder & { url: string };
const store = await openStore(order.url, createLogger('silent'));
try {
  const result = await runReplay(store, order, (progress) => tell({ progress }));
  answerWith({ result });
} finally {
  await store.close();
}
