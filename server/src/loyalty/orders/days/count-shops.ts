import type { Deps } from '../../../deps.ts';
import { HOUR_MS } from '../../../platform/lib/clock.ts';
import { inWorker } from '../../../platform/lib/in-worker.ts';
import { first } from '../../../platform/store/store.ts';
import { loadProgram } from '../../program/load-program.ts';
import { selectAnyOrder } from '../rules/queries.ts';
import { selectUncountedShops, setDayVersion } from './count-queries.ts';
import type { ShopToCount } from './count-worker.ts';
import { areDaysCounted } from './day-terms.ts';
import { settleDays } from './settle-days.ts';

const WORKER = new URL('./count-worker.ts', import.meta.url);
/** After which a worker is ended; the next round goes on where it was. */
const TIMEOUT_MS = HOUR_MS;

/**
 * Counts the purchase days of shops whose programme has another zone or currency than the one they were counted by,
 * and of every shop after an upgrade: beside the event loop, in pages. What is done when the server stops stays done.
 */
export const countShops = async (deps: Deps): Promise<void> => {
  const shops = await deps.store.read((tx) => tx.run(selectUncountedShops, {}));
  for (const shop of shops) {
    if (deps.underWay.stopping.aborted) return;
    await countShop(deps, shop);
  }
};

async function countShop(
  deps: Deps,
  { shopId, programVersion }: { shopId: string; programVersion: number },
): Promise<void> {
  const { timeZone, currency, isCounted, hasOrders } = await deps.store.read(async (tx) => {
    const terms = await loadProgram(deps, tx, { shopId, version: programVersion });
    return {
      timeZone: terms.timeZone,
      currency: terms.currency,
      isCounted: await areDaysCounted(tx, shopId, terms),
      hasOrders: (await first(tx, selectAnyOrder, { shopId })) !== undefined,
    };
  });
  const shop: ShopToCount = { url: deps.store.url, shopId, timeZone, currency };
  if (!isCounted && hasOrders)
    await inWorker({
      module: WORKER,
      data: shop,
      timeoutMs: TIMEOUT_MS,
      heapMbMax: deps.workLimits.walkHeapMb,
      signal: deps.underWay.stopping,
    });
  else if (!isCounted) await settleDays(deps.store, shopId, { timeZone, currency });
  await deps.store.write((tx) => tx.run(setDayVersion, { shopId, programVersion }));
}
