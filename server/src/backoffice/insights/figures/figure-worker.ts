import { workerData } from 'node:worker_threads';
import { accessTables } from '../../../access/tables.ts';
import { signInTables } from '../../../access/sign-in-tables.ts';
import { reviewTables } from '../../../content/reviews/tables.ts';
import { contactTables } from '../../../loyalty/contacts/tables.ts';
import { accountTables } from '../../../loyalty/ledger/account-tables.ts';
import { ledgerTables } from '../../../loyalty/ledger/tables.ts';
import { orderTables } from '../../../loyalty/orders/tables.ts';
import { shopperTables } from '../../../loyalty/shoppers/tables.ts';
import { programTables } from '../../../loyalty/program/tables.ts';
import { createLogger } from '../../../platform/lib/logger.ts';
import { answerWith } from '../../../platform/lib/worker-side.ts';
import { openStoreWith } from '../../../platform/store/open.ts';
import { responseTables } from '../../../engagement/surveys/response-tables.ts';
import { resultTables } from '../../../engagement/surveys/results-tables.ts';
import { surveyTables } from '../../../engagement/surveys/tables.ts';
import { insightTables } from '../tables.ts';
import { countFigure } from './count-figure.ts';
import type { FigureOrder } from './figure-order.ts';

// Walking through a shop keeps a processor busy for seconds: it is done here, beside the event loop, on a connection
// of its own.
const order: FigureOrder & { url: string } = workerData;
const definitions = [
  signInTables,
  accessTables,
  accountTables,
  shopperTables,
  programTables,
  ledgerTables,
  orderTables,
  contactTables,
  surveyTables,
  responseTables,
  resultTables,
  reviewTables,
  insightTables,
];
const store = await openStoreWith(order.url, { logger: createLogger('silent'), definitions });
try {
  answerWith(await countFigure(store, order));
} finally {
  await store.close();
}
