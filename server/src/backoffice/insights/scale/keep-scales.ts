import { listShops } from '../../../access/find-shop.ts';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import { settingsOf } from '../../../content/reviews/settings.ts';
import type { Deps } from '../../../deps.ts';
import { dropScale, hasBuyers, keepScale, keptScale } from '../../../loyalty/buyers/kept-scale.ts';
import type { BuyerScale } from '../../../loyalty/buyers/scale-rules.ts';
import { contactSettingsOf } from '../../../loyalty/consents/contact-settings.ts';
import { loadProgram } from '../../../loyalty/program/load-program.ts';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { WorkStoppedError } from '../../../platform/lib/ended-work.ts';
import { inWorker } from '../../../platform/lib/in-worker.ts';
import { dayOfDate } from '../figures/day-rules.ts';
import { insightSettingsOf } from '../settings.ts';
import type { ScaleOrder } from './count-scale.ts';

const WORKER = new URL('./scale-worker.ts', import.meta.url);

/**
 * Keeps what single buyers are measured by: taken anew on each local day, and when the shop has said something else of
 * its people. In a shop for children nobody is measured (L4).
 */
export const keepScales = async (deps: Deps): Promise<void> => {
  for (const shop of await listShops(deps)) {
    if (deps.underWay.stopping.aborted) return;
    try {
      await takeScale(deps, shop);
    } catch (error) {
      // The other shops do not wait for it: it is tried again in a minute.
      if (!(error instanceof WorkStoppedError))
        deps.logger.error({ error, shop: shop.id }, 'what buyers are measured by was not taken');
    }
  }
};

async function takeScale(deps: Deps, shop: ShopRow): Promise<void> {
  const shopId = shop.id;
  const { order, known } = await ordered(deps, shop);
  if (order === null) {
    if (known !== undefined) await deps.store.write((tx) => dropScale(tx, shopId));
    return;
  }
  if (known !== undefined && isOf(known, order)) return;
  const document = await inWorker<BuyerScale>({
    module: WORKER,
    data: { url: deps.store.url, ...order },
    timeoutMs: deps.workLimits.measureMs,
    heapMbMax: deps.workLimits.walkHeapMb,
    signal: deps.underWay.stopping,
  });
  await deps.store.write((tx) => keepScale(tx, { shopId, document, takenAt: nowOf(deps, shop) }));
}

/** What is to be taken: nothing where nobody has bought, or nobody may be measured. */
async function ordered(
  deps: Deps,
  shop: ShopRow,
): Promise<{ order: ScaleOrder | null; known: BuyerScale | undefined }> {
  const shopId = shop.id;
  return deps.store.read(async (tx) => {
    const known = await keptScale(tx, shopId);
    const { addressesChildren } = contactSettingsOf(shop);
    if (addressesChildren || !(await hasBuyers(tx, shopId))) return { order: null, known };
    const { timeZone, currency } = await loadProgram(deps, tx, {
      shopId,
      version: shop.programVersion,
    });
    const { completeFrom } = await insightSettingsOf(tx, shopId);
    const { insiderTags } = settingsOf(shop);
    const asOf = dayOf(nowOf(deps, shop), timeZone);
    return {
      order: { shopId, document: { timeZone, currency }, insiderTags, completeFrom, asOf },
      known,
    };
  });
}

function isOf(
  known: BuyerScale,
  { document, insiderTags, completeFrom, asOf }: ScaleOrder,
): boolean {
  return (
    known.asOf === asOf &&
    known.timeZone === document.timeZone &&
    known.currency === document.currency &&
    known.completeFrom === (completeFrom === null ? null : dayOfDate(completeFrom)) &&
    known.insiderTags.join('\n') === insiderTags.join('\n')
  );
}
