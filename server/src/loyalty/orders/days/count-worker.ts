import { workerData } from 'node:worker_threads';
import { accessTables } from '../../../access/tables.ts';
import { signInTables } from '../../../access/sign-in-tables.ts';
import { createLogger } from '../../../platform/lib/logger.ts';
import { answerWith } from '../../../platform/lib/worker-side.ts';
import { openStoreWith } from '../../../platform/store/open.ts';
import { accountTables } from '../../ledger/account-tables.ts';
import { programTables } from '../../program/tables.ts';
import { orderTables } from '../tables.ts';
import type { DayTerms } from './day-terms.ts';
import { settleDays } from './settle-days.ts';

/** Whose days are counted, and by what. */
export interface ShopToCount extends DayTerms {
  /** Where the database is. */
  readonly url: string;
  readonly shopId: string;
}

// A million orders keep a processor busy for a minute: they are read here, beside the event loop.
const shop: ShopToCount = workerData;
const { shopId, timeZone, currency } = shop;
const definitions = [signInTables, accessTables, accountTables, programTables, orderTables];
const store = await openStoreWith(shop.url, { logger: createLogger('silent'), definitions });
try {
  await settleDays(store, shopId, { timeZone, currency });
  answerWith(true);
} finally {
  await store.close();
}
