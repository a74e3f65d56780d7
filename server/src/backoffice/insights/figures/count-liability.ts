import type { LiabilityFigures, PointsWithin } from '@okaeri/shared/figures';
import { startOfDay, dayOf } from '../../../platform/lib/calendar.ts';
import { seedOf } from '../../../platform/lib/random-rules.ts';
import type { Store } from '../../../platform/store/store.ts';
import { round } from '../round-rules.ts';
import { dayOfDate, firstDayOf, monthName, monthOfDay } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, isTold } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';
import { createIssues, type Expected } from './issue-rules.ts';
import { accountingOf } from './ladder-rules.ts';
import { walkPeople } from './walk-lots.ts';

/** What the points in hand will cost (E79). */
export const countLiability = async (
  store: Store,
  order: FigureOrder,
): Promise<LiabilityFigures> => {
  const { shopId, document, asOf } = order;
  const { timeZone, pointValueMinor, currency } = document;
  const until = dayOfDate(asOf);
  const last = monthOfDay(until);
  const issues = createIssues(last);
  let inHand = 0;
  const months = (at: number): number => monthOfDay(dayOf(at, timeZone));
  const before = startOfDay(until + 1, timeZone);
  for await (const person of walkPeople(store, { ...order, before, monthOf: months })) {
    issues.add(person.issues);
    inHand += person.inHand;
  }
  const found = issues.read(seedOf(shopId, 'liability', asOf));
  const known = found !== null && isTold(found.people) ? found : null;
  return {
    ...baseOf(order, { definition: DEFINITIONS.liability, people: found?.people ?? 0 }),
    currency,
    ceiling: { points: inHand, minor: inHand * pointValueMinor },
    expected: pointsWithin(known, pointValueMinor),
    breakage: pointsWithin(known === null ? null : restOf(known, inHand), pointValueMinor),
    triangle: (known?.rows ?? []).map(({ month, issued, redeemed }) => ({
      month: monthName(month),
      issued,
      redeemed,
      unfinished: true,
    })),
    accounting: known === null ? null : await accountFor(store, order, known),
  };
};

/** Of what is in hand, what will not be redeemed. */
function restOf({ points, low, high }: Expected, inHand: number) {
  const rest = (expected: number): number => Math.max(0, inHand - expected);
  return { points: rest(points), low: rest(high), high: rest(low) };
}

function pointsWithin(
  of: Pick<Expected, 'points' | 'low' | 'high'> | null,
  pointValueMinor: number,
): PointsWithin {
  if (of === null) return { points: null, low: null, high: null, minor: null };
  return {
    points: round(of.points),
    low: round(of.low),
    high: round(of.high),
    minor: Math.round(of.points * pointValueMinor),
  };
}

/** The lines of the books, in whole minor units: of all sales since points were first issued. */
async function accountFor(
  store: Store,
  order: FigureOrder,
  { rows, ultimate, redeemed }: Expected,
): Promise<LiabilityFigures['accounting']> {
  const begin = firstDayOf(rows[0]?.month ?? 0);
  let sales = 0;
  for await (const { days } of buyersOf(store, order))
    for (const { day, valueMinor } of days) if (day >= begin) sales += valueMinor;
  const { pointValueMinor: pointValue } = order.document;
  const lines = accountingOf({ sales, pointValue, promised: ultimate, ultimate, redeemed });
  const [points, recognised] = [Math.round(lines.points), Math.round(lines.recognised)];
  return { products: sales - points, points, recognised, left: points - recognised };
}
