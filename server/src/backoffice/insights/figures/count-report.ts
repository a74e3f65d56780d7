import type { Change, ReportFigures } from '@okaeri/shared/changes';
import { Z_95 } from '../../../platform/lib/interval-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { changesOf } from './count-changes.ts';
import { dateOf, dayOfDate } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';
import { NO_CHANGE } from './measure-rules.ts';
import { periodBefore, periodNamed, periodOf, type Period } from './period-rules.ts';

/** What a week or a month came to, against the one before it (E84). */
export const countReport = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'report' }>>,
): Promise<ReportFigures> => {
  const period = periodAsked(order);
  const before = periodBefore(period);
  const unfinished = dayOfDate(order.asOf) < period.until;
  const { changes, buyers } = await changesOf(store, order, {
    spans: { now: period, before },
    z: Z_95,
  });
  const sums = await sumsOf(store, order, { now: period, before });
  return {
    ...baseOf(order, { definition: DEFINITIONS.report, people: buyers.now }),
    period: period.name,
    from: dateOf(period.from),
    until: dateOf(period.until),
    unfinished,
    currency: order.document.currency,
    buyers,
    ...sums,
    changes: unfinished ? changes.map(withoutDifference) : changes,
  };
};

/** The one that was asked for, else the latest that is over. */
function periodAsked({
  asked,
  asOf,
  settings,
}: FigureOrder<{ figure: 'report'; period: string | undefined }>): Period {
  const named = asked.period === undefined ? undefined : periodNamed(asked.period);
  if (named !== undefined) return named;
  const running = periodOf(dayOfDate(asOf) + 1, settings.report.every);
  return periodBefore(running);
}

type Times = { readonly [Time in 'now' | 'before']: Period };

/** Who bought for the first time, and what all bought was worth. */
async function sumsOf(store: Store, order: FigureOrder, times: Times) {
  const newBuyers = { now: 0, before: 0 };
  const revenueMinor = { now: 0, before: 0 };
  for await (const { days } of buyersOf(store, { ...order, completeFrom: null }))
    for (const time of ['now', 'before'] as const) {
      const { from, until } = times[time];
      const first = days[0]?.day ?? Infinity;
      if (first >= from && first <= until) newBuyers[time] += 1;
      for (const { day, valueMinor } of days)
        if (day >= from && day <= until) revenueMinor[time] += valueMinor;
    }
  return { newBuyers, revenueMinor };
}

function withoutDifference(change: Change): Change {
  return { ...change, ...NO_CHANGE };
}
