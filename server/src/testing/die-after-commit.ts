import { findShop } from '../access/find-shop.ts';
import { createDeps } from '../create-deps.ts';
import { systemClock } from '../platform/lib/clock.ts';
import { createLogger } from '../platform/lib/logger.ts';
import { putOrder } from '../loyalty/orders/put-order.ts';
import { openStore } from '../open-store.ts';
import { anOrder } from './order-states.ts';
import { TEST_MEDIA, TEST_OUTSIDE, TEST_URL } from './test-media.ts';

/*
 * A process of its own that takes one order and is killed the moment it is
 * committed, before anybody could be answered. Its parent looks at what is left.
 */
const logger = createLogger('silent');
const store = await openStore(process.env['DATABASE_URL'] ?? '', logger);
const deps = createDeps({
  store,
  clock: systemClock,
  logger,
  secretKey: Buffer.alloc(32),
  publicUrl: TEST_URL,
  fetchOutside: TEST_OUTSIDE,
  mail: null,
  media: TEST_MEDIA,
});
const shop = await findShop(deps, process.env['SHOP'] ?? '');
if (shop === undefined) throw new Error('There is no such shop.');
const state = anOrder();
await putOrder(deps, { shop, orderId: '1', state, body: state });
process.kill(process.pid, 'SIGKILL');
