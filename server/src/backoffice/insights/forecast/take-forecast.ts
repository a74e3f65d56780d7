import type { Forecast } from '@okaeri/shared/forecast';
import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import { settingsOf } from '../../../content/reviews/settings.ts';
import type { Deps } from '../../../deps.ts';
import { loadProgram } from '../../../loyalty/program/load-program.ts';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { DAY_MS, isoOf } from '../../../platform/lib/clock.ts';
import { inWorker } from '../../../platform/lib/in-worker.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import { FIRST_DATE } from '../figures/day-rules.ts';
import { insightSettingsOf } from '../settings.ts';

const WORKER = new URL('./forecast-worker.ts', import.meta.url);

/** What is asked of a forecast. */
export interface ForecastAsked {
  /** A local day, `YYYY-MM-DD`; today where none is given. */
  readonly asOf?: string;
  readonly horizonWeeks: number;
  readonly includeFreeOrders: boolean;
}

/** Makes the forecast of a shop, in a worker. A day that is still to come is refused: nobody knows its orders. */
export const takeForecast = async (
  deps: Deps,
  shop: ShopRow,
  { asOf, horizonWeeks, includeFreeOrders }: ForecastAsked,
): Promise<Outcome<Forecast>> => {
  const key = { shopId: shop.id, version: shop.programVersion };
  const { document, completeFrom } = await deps.store.read(async (tx) => ({
    document: await loadProgram(deps, tx, key),
    completeFrom: (await insightSettingsOf(tx, shop.id)).completeFrom,
  }));
  const today = isoOf(dayOf(nowOf(deps, shop), document.timeZone) * DAY_MS).slice(0, 10);
  if (asOf !== undefined && asOf > today)
    return {
      refused: { code: 'invalidRequest', detail: `${asOf} is still to come; it is ${today}.` },
    };
  if ((asOf ?? today) < FIRST_DATE)
    return { refused: { code: 'invalidRequest', detail: `Figures begin with ${FIRST_DATE}.` } };
  const { insiderTags } = settingsOf(shop);
  const order = { shopId: shop.id, document, insiderTags, completeFrom, asOf: asOf ?? today };
  const forecast = await inWorker<Forecast>({
    module: WORKER,
    data: { url: deps.store.url, ...order, horizonWeeks, includeFreeOrders },
    timeoutMs: deps.workLimits.measureMs,
    heapMbMax: deps.workLimits.walkHeapMb,
    signal: deps.underWay.stopping,
  });
  return { ok: forecast };
};
