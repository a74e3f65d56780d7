import { workerData } from 'node:worker_threads';
import { createLogger } from '../../platform/lib/logger.ts';
import { answerWith } from '../../platform/lib/worker-side.ts';
import { accessTables } from '../../access/tables.ts';
import { signInTables } from '../../access/sign-in-tables.ts';
import { accountTables } from '../../loyalty/ledger/account-tables.ts';
import { ledgerTables } from '../../loyalty/ledger/tables.ts';
import { orderTables } from '../../loyalty/orders/tables.ts';
import { openStoreWith } from '../../platform/store/open.ts';
import { reviewTables } from '../../content/reviews/tables.ts';
import { computeInsights, type InsightsOrder } from './compute-insights.ts';

// Reading a million rows keeps a processor busy for seconds: it is done here, beside the
// event loop, on a connection of its own.
const order: InsightsOrder & { url: string } = workerData;
// What it reads, and no area as a whole: it is there in a fraction of the time.
const definitions = [
  signInTables,
  accessTables,
  accountTables,
  ledgerTables,
  orderTables,
  reviewTables,
];
const store = await openStoreWith(order.url, { logger: createLogger('silent'), definitions });
try {
  answerWith(await computeInsights(store, order));
} finally {
  await store.close();
}
