import type { Measurement, MeasurementFigures } from '@okaeri/shared/effect-figures';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { first, type Store } from '../../../platform/store/store.ts';
import { selectFirstMarketing } from './change-queries.ts';
import { countEffects } from './count-effects.ts';
import { dayOfDate, quarterOf, quartersBetween } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';

/** Quarters that are told: two years. */
const QUARTERS = 8;

/** Every measurement by lot, the latest first: today those of the programme's holdout (E80). */
export const countMeasurements = async (
  store: Store,
  order: FigureOrder,
): Promise<MeasurementFigures> => {
  const items = await ofProgramme(store, order);
  return {
    ...baseOf(order, {
      definition: DEFINITIONS.measurements,
      people: items.reduce((sum, { people }) => sum + people, 0),
    }),
    currency: order.document.currency,
    items,
  };
};

/** The quarters in which marketing was planned. */
async function ofProgramme(store: Store, order: FigureOrder): Promise<Measurement[]> {
  const { shopId, asOf, document } = order;
  const planned = await store.read((tx) => first(tx, selectFirstMarketing, { shopId }));
  if (planned === undefined) return [];
  const since = dayOf(planned.plannedAt, document.timeZone);
  const quarters = quartersBetween(quarterOf(since), quarterOf(dayOfDate(asOf)));
  const items: Measurement[] = [];
  for (const period of quarters.slice(-QUARTERS).toReversed()) {
    const asked = { figure: 'effects', period } as const;
    const { answer } = await countEffects(store, { ...order, asked });
    const { takenAt: _takenAt, asOf: _asOf, definition: _definition, ...item } = answer;
    items.push(item);
  }
  return items;
}
