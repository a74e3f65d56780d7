import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import type { EffectFigures } from '@okaeri/shared/effect-figures';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { walkMarketing } from './queries.ts';
import { newcombe, smallestEffect } from './compare-rules.ts';
import { cuped, type Adjusted } from './cuped-rules.ts';
import { dateOf, dayOfDate, quarterBefore, quarterDays } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { effectState, OUTCOME_DAYS } from './effect-rules.ts';
import { createExperiment, type Arm } from './experiment-rules.ts';
import { baseOf, buyersOf, countedShare, differenceOf, roundIfAny } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';
import { insidersOf } from '../../../loyalty/orders/days/insiders.ts';

/** How far back the usual share of buyers is looked for, and what it is taken to be where none is known. */
const LATELY_DAYS = 90;
const USUAL_SHARE = 0.2;

/** Of a quarter; where none is named, of the latest that can be told. */
export type OfPeriod = FigureOrder<Extract<FigureAsked, { figure: 'effects' | 'return' }>>;

/** What the programme's holdout shows of the messages of a quarter, with what a return is made of (E80). */
export const countEffects = async (
  store: Store,
  order: OfPeriod,
): Promise<{
  answer: EffectFigures;
  spending: Adjusted | null;
  treated: Arm;
  held: Arm;
}> => {
  const { asOf, asked, heldShare } = order;
  const period = asked.period ?? quarterBefore(dayOfDate(asOf), OUTCOME_DAYS);
  const { last } = quarterDays(period);
  const { treated, held, boughtLately } = await experimentOf(store, order, period);
  const state = effectState({
    heldShare,
    endsOn: last,
    outcomeDays: OUTCOME_DAYS,
    asOf: dayOfDate(asOf),
    treated,
    held,
  });
  const people = treated.people + held.people;
  const isOver = state === 'done' || state === 'notEnough';
  const spending = state === 'done' ? cuped(treated.spending, held.spending) : null;
  const share =
    state === 'done'
      ? newcombe(
          { count: treated.outcomes, of: treated.people },
          { count: held.outcomes, of: held.people },
        )
      : null;
  const answer: EffectFigures = {
    ...baseOf(order, { definition: DEFINITIONS.effects, people }),
    journeyId: 'programme',
    period,
    endsOn: dateOf(last),
    state,
    currency: order.document.currency,
    heldShare,
    treated: { people: treated.people, outcomes: isOver ? treated.outcomes : null },
    held: { people: held.people, outcomes: isOver ? held.outcomes : null },
    outcome: { name: 'order', days: OUTCOME_DAYS },
    smallestEffect: smallestOf(people, heldShare, boughtLately),
    share: differenceOf(share),
    spendMinor: { ...differenceOf(spending?.between), theta: roundIfAny(spending?.theta) },
    unsubscribed: sharesOf(treated, held, 'unsubscribed'),
    complained: sharesOf(treated, held, 'complained'),
  };
  return { answer, spending, treated, held };
};

/** Everybody of the quarter in their arms, and what they bought. */
async function experimentOf(store: Store, order: OfPeriod, period: string) {
  const { shopId, document, asOf } = order;
  const { timeZone } = document;
  const { first, last } = quarterDays(period);
  const until = dayOfDate(asOf);
  const experiment = createExperiment({
    asOf: until,
    outcomeDays: OUTCOME_DAYS,
    latelyDays: LATELY_DAYS,
  });
  const before = startOfDay(Math.min(last, until) + 1, timeZone);
  for (let after = { afterAt: startOfDay(first, timeZone), afterId: '' }; ;) {
    const page = await store.read((tx) =>
      tx.run(walkMarketing, { shopId, ...after, before, limit: WALK_PAGE }),
    );
    for (const { shopperId, arm, plannedAt, unsubscribedAt, complainedAt } of page)
      experiment.reach({
        shopperId,
        arm,
        day: dayOf(plannedAt, timeZone),
        unsubscribed: unsubscribedAt !== null,
        complained: complainedAt !== null,
      });
    const end = page.at(-1);
    if (end === undefined || page.length < WALK_PAGE) break;
    after = { afterAt: end.plannedAt, afterId: end.id };
  }
  for (const insider of await insidersOf(store, order)) experiment.leaveOut(insider);
  for await (const { shopperId, days } of buyersOf(store, order))
    experiment.bought(shopperId, days);
  return experiment.read();
}

/** What could be seen at all with as many people; null where nobody is held, or too few are there. */
function smallestOf(people: number, heldShare: number, boughtLately: number): number | null {
  if (people < INSIGHT_PEOPLE_MIN || heldShare <= 0 || heldShare >= 1) return null;
  const share = boughtLately > 0 && boughtLately < people ? boughtLately / people : USUAL_SHARE;
  const arms = { treated: people * (1 - heldShare), held: people * heldShare };
  return roundIfAny(smallestEffect(arms, share));
}

function sharesOf(treated: Arm, held: Arm, what: 'unsubscribed' | 'complained') {
  return {
    treated: countedShare(treated[what], treated.people),
    held: countedShare(held[what], held.people),
  };
}
