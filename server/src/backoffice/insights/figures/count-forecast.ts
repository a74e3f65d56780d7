import type { ForecastFigures } from '@okaeri/shared/figures';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { computeForecast } from '../forecast/compute-forecast.ts';
import { drawParameters, type Model } from '../forecast/forecast-rules.ts';
import { weeklyOf } from '../forecast/weekly-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';

/** The forecast of a shop, and what it was made by: single shoppers are asked of that (E76 to E78). */
export const countForecast = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'forecast' }>>,
): Promise<{ answer: ForecastFigures; model: Model }> => {
  const { forecast, model, purchases, weeks } = await computeForecast(store, {
    ...order,
    ...order.asked,
    completeFrom: order.settings.completeFrom,
  });
  const people = forecast.shoppers;
  return {
    answer: {
      ...forecast,
      ...baseOf(order, { definition: DEFINITIONS.forecast, people }),
      weekly:
        typeof model.bgNbd === 'string'
          ? null
          : weeklyOf(model.bgNbd.parameters, weeks, {
              histories: purchases.histories,
              horizonWeeks: order.asked.horizonWeeks,
              draws: drawParameters(model.spread, seedOf('weekly', order.asOf)),
            }),
    },
    model,
  };
};
