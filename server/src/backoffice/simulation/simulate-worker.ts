import { workerData } from 'node:worker_threads';
import { createLogger } from '../../platform/lib/logger.ts';
import { answerWith, post } from '../../platform/lib/worker-side.ts';
import { accessTables } from '../../access/tables.ts';
import { signInTables } from '../../access/sign-in-tables.ts';
import { activityTables } from '../../loyalty/activities/tables.ts';
import { accountTables } from '../../loyalty/ledger/account-tables.ts';
import { ledgerTables } from '../../loyalty/ledger/tables.ts';
import { orderTables } from '../../loyalty/orders/tables.ts';
import { openStoreWith } from '../../platform/store/open.ts';
import { runReplay, type ReplayOrder } from './run-replay.ts';

// A replay of a million orders keeps a processor busy for most of a minute: it
// runs here, beside the event loop, on a connection of its own.
const order: ReplayOrder & { url: string } = workerData;
// What it reads, and no area as a whole: it is there in a fraction of the time.
const definitions = [
  signInTables,
  accessTables,
  accountTables,
  ledgerTables,
  activityTables,
  orderTables,
];
const store = await openStoreWith(order.url, { logger: createLogger('silent'), definitions });
try {
  const result = await runReplay(store, order, (progress) => post({ progress }));
  answerWith({ result });
} finally {
  await store.close();
}
