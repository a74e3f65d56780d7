import { workerData } from 'node:worker_threads';
import { createLogger } from '../../platform/lib/logger.ts';
import { answerWith } from '../../platform/lib/worker-side.ts';
import { openStore } from '../../open-store.ts';
import { computeInsights, type InsightsOrder } from './compute-insights.ts';

// Reading a million rows keeps a processor busy for seconds: it is done here, beside the
// event loop, on a connection of its own.
const order = workerData as InsightsOrder & { url: string };
const store = await openStore(order.url, createLogger('silent'));
try {
  answerWith(await computeInsights(store, order));
} finally {
  await store.close();
}
