import type { CohortCell, CohortFigures } from '@okaeri/shared/figures';
import type { Store } from '../../../platform/store/store.ts';
import { createChurn } from './churn-rules.ts';
import { createCohorts, type CohortCounts } from './cohort-rules.ts';
import { dayOfDate, monthName, monthOfDay } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, countedShare } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';

/** Cohorts by the month of the first purchase day, and who was lost when (E73). */
export const countCohorts = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'cohorts' }>>,
): Promise<CohortFigures> => {
  const { asked, asOf, document } = order;
  const until = dayOfDate(asOf);
  const { lapsedDays } = document.loop;
  const cohorts = createCohorts(until);
  const churn = createChurn(until, { lapsedDays, months: asked.months });
  let leftOut = 0;
  for await (const { days, isComplete } of buyersOf(store, order)) {
    if (!isComplete) {
      leftOut += 1;
      continue;
    }
    const times = days.map(({ day }) => day);
    cohorts.add(times);
    churn.add(times);
  }
  const found = cohorts.read();
  const last = monthOfDay(until);
  return {
    ...baseOf(order, { definition: DEFINITIONS.cohorts, people: found.shoppers }),
    leftOut,
    repeat: { ...countedShare(found.repeaters, found.shoppers), of: found.shoppers },
    cohorts: found.cohorts
      .filter(({ month }) => month > last - asked.months)
      .map((one) => cohortOf(one, last)),
    churn: {
      lapsedDays,
      months: churn.read().map(({ month, active, lost }) => ({
        month: monthName(month),
        active,
        ...countedShare(lost, active),
        unfinished: month === last,
      })),
    },
  };
};

function cohortOf({ month, size, again, cumulative }: CohortCounts, last: number) {
  const cells = (counts: readonly number[]): CohortCell[] =>
    counts.map((count, after) => ({
      month: after,
      ...countedShare(count, size),
      unfinished: month + after === last,
    }));
  return { month: monthName(month), size, cells: cells(again), cumulative: cells(cumulative) };
}
