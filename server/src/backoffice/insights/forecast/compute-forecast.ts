import type { Forecast } from '@okaeri/shared/forecast';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { DAY_MS } from '../../../platform/lib/clock.ts';
import type { Store } from '../../../platform/store/store.ts';
import { CHECKED_WEEKS, fitModel, forecastOf, type Model } from './forecast-rules.ts';
import { createTally, type Purchases } from './tally-rules.ts';
import { createWeeks, type Weeks } from './weekly-rules.ts';
import { walkBuyers, type Walked } from './walk-buyers.ts';

/** Of which shop, and of which day. */
export interface ForecastOrder extends Omit<Walked, 'until'> {
  /** A local day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly horizonWeeks: number;
}

/** A forecast, with what was fitted and what it was fitted to. */
export interface ForecastTaken {
  readonly forecast: Forecast;
  readonly model: Model;
  readonly purchases: Purchases;
  readonly weeks: Weeks;
}

/** Walks through a shop's purchase days once, a page at a time, and says what is to be expected of its shoppers. */
export const computeForecast = async (
  store: Store,
  order: ForecastOrder,
): Promise<ForecastTaken> => {
  const { completeFrom } = order;
  const until = Date.parse(order.asOf) / DAY_MS;
  const cut = until - CHECKED_WEEKS * 7;
  const minorUnits = minorUnitsOf(order.document.currency);
  const [now, before] = [createTally(until, minorUnits), createTally(cut, minorUnits)];
  const weeks = createWeeks(until);
  let bought = 0;
  let leftOut = 0;
  for await (const { days, isComplete } of walkBuyers(store, { ...order, until })) {
    if (!isComplete) {
      leftOut += 1;
      continue;
    }
    now.add(days);
    before.add(days);
    weeks.add(days);
    if ((days[0]?.day ?? Infinity) <= cut) bought += days.filter(({ day }) => day > cut).length;
  }
  const purchases = now.read();
  const model = fitModel(purchases);
  const asked = { asOf: order.asOf, weeks: order.horizonWeeks };
  const checked = { before: before.read(), bought };
  const forecast = forecastOf(purchases, checked, asked, model);
  return {
    forecast: { ...forecast, completeFrom, leftOut },
    model,
    purchases,
    weeks: weeks.read(),
  };
};
