import { workerData } from 'node:worker_threads';
import { accessTables } from '../../../access/tables.ts';
import { signInTables } from '../../../access/sign-in-tables.ts';
import { accountTables } from '../../../loyalty/ledger/account-tables.ts';
import { orderTables } from '../../../loyalty/orders/tables.ts';
import { programTables } from '../../../loyalty/program/tables.ts';
import { createLogger } from '../../../platform/lib/logger.ts';
import { answerWith } from '../../../platform/lib/worker-side.ts';
import { openStoreWith } from '../../../platform/store/open.ts';
import { countScale, type ScaleOrder } from './count-scale.ts';

// Fitting keeps a processor busy for seconds: it is done here, beside the event loop, on a connection of its own.
const order: ScaleOrder & { url: string } = workerData;
const definitions = [signInTables, accessTables, accountTables, programTables, orderTables];
const store = await openStoreWith(order.url, { logger: createLogger('silent'), definitions });
try {
  answerWith(await countScale(store, order));
} finally {
  await store.close();
}
