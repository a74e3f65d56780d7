import { workerData } from 'node:worker_threads';
import { createLogger } from '../../../platform/lib/logger.ts';
import { answerWith } from '../../../platform/lib/worker-side.ts';
import { accessTables } from '../../../access/tables.ts';
import { signInTables } from '../../../access/sign-in-tables.ts';
import { accountTables } from '../../../loyalty/ledger/account-tables.ts';
import { orderTables } from '../../../loyalty/orders/tables.ts';
import { programTables } from '../../../loyalty/program/tables.ts';
import { openStoreWith } from '../../../platform/store/open.ts';
import { computeForecast, type ForecastOrder } from './compute-forecast.ts';

// Fitting keeps a processor busy for seconds: it is done here, beside the event loop, on a connection of its own.
const order: ForecastOrder & { url: string } = workerData;
const definitions = [signInTables, accessTables, accountTables, programTables, orderTables];
const store = await openStoreWith(order.url, { logger: createLogger('silent'), definitions });
try {
  const { forecast } = await computeForecast(store, order);
  answerWith(forecast);
} finally {
  await store.close();
}
