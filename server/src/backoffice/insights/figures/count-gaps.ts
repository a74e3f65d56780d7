import type { GapFigures } from '@okaeri/shared/figures';
import type { Store } from '../../../platform/store/store.ts';
import { dayOfDate } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, curveOf, manyOf } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';
import { createGaps } from './gap-rules.ts';

/** The time between purchases (E74). */
export const countGaps = async (store: Store, order: FigureOrder): Promise<GapFigures> => {
  const gaps = createGaps(dayOfDate(order.asOf));
  let people = 0;
  let leftOut = 0;
  for await (const { days, isComplete } of buyersOf(store, order)) {
    if (!isComplete) {
      leftOut += 1;
      continue;
    }
    gaps.add(days.map(({ day }) => day));
    people += 1;
  }
  const { pooled, byOrder } = gaps.read();
  return {
    ...baseOf(order, { definition: DEFINITIONS.gaps, people }),
    leftOut,
    pooled: curveOf(pooled, people),
    // After each number of purchases everybody has one gap, closed or open.
    byOrder: byOrder.map((one, i) => ({ from: i + 1, to: i + 2, ...curveOf(one, manyOf(one)) })),
  };
};
