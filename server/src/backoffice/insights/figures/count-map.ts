import { stage as stages, type Stage } from '@okaeri/shared/segments';
import type { MapFigures, MapTouchFigures } from '@okaeri/shared/effect-figures';
import { filterTerm } from '../../../loyalty/shoppers/term-rules.ts';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { newcombe } from './compare-rules.ts';
import { dayOfDate, dateOf, quarterBefore, quarterDays } from './day-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { effectState, OUTCOME_DAYS } from './effect-rules.ts';
import { baseOf, buyersOf, countedShare, curveOf, manyOf, differenceOf } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';
import { insidersOf } from '../../../loyalty/orders/days/insiders.ts';
import { createMap, type MapCell, type StageStep } from './map-rules.ts';
import { walkStanding, walkSteps, walkTouches } from './map-queries.ts';

type OfMap = FigureOrder<Extract<FigureAsked, { figure: 'map' }>>;
type Mapped = ReturnType<typeof createMap>;

/** What reaches people in each stage in a quarter, and how long they stay in it (E82). */
export const countMap = async (store: Store, order: OfMap): Promise<MapFigures> => {
  const asOf = dayOfDate(order.asOf);
  const period = order.asked.period ?? quarterBefore(asOf, OUTCOME_DAYS);
  const { last } = quarterDays(period);
  const map = createMap({ asOf, outcomeDays: OUTCOME_DAYS });
  const insiders = await insidersOf(store, order);
  await reachAll(store, order, { period, map });
  for (const insider of insiders) map.leaveOut(insider);
  await placeAll(store, order, { map, insiders });
  for await (const { shopperId, days } of buyersOf(store, order))
    map.bought(
      shopperId,
      days.map(({ day }) => day),
    );
  const found = [...map.read(stages.options)];
  const people = found.reduce((sum, [, of]) => sum + of.people, 0);
  return {
    ...baseOf(order, { definition: DEFINITIONS.map, people }),
    period,
    endsOn: dateOf(last),
    unfinished: asOf <= last + OUTCOME_DAYS,
    outcome: { name: 'order', days: OUTCOME_DAYS },
    heldShare: order.heldShare,
    stages: found.map(([stage, { people: here, stays, cells }]) => {
      const { medianDays, low, high, closed, open } = curveOf(stays, manyOf(stays));
      const touches = cells.map((cell) => toldOf(cell, { ...order, last, asOfDay: asOf }));
      return { stage, people: here, medianDays, low, high, closed, open, touches };
    }),
  };
};

/** A kind of message in a stage as it is told: an effect only of what was held from some by lot. */
function toldOf(
  { kind, reach, acted, treated, held }: MapCell,
  of: { readonly heldShare: number; readonly last: number; readonly asOfDay: number },
): MapTouchFigures {
  const told = { kind, reach, acted: { of: acted.of, ...countedShare(acted.count, acted.of) } };
  // What nobody is held from, such as a request for a review, is drawn for everybody alike.
  if (held.people === 0) return { ...told, effect: null };
  const state = effectState({
    heldShare: of.heldShare,
    endsOn: of.last,
    outcomeDays: OUTCOME_DAYS,
    asOf: of.asOfDay,
    treated,
    held,
  });
  const between =
    state === 'done'
      ? newcombe(
          { count: treated.outcomes, of: treated.people },
          { count: held.outcomes, of: held.people },
        )
      : null;
  return { ...told, effect: state === 'noHoldout' ? null : { state, ...differenceOf(between) } };
}

async function reachAll(
  store: Store,
  { shopId, document: { timeZone }, asOf }: OfMap,
  { period, map }: { readonly period: string; readonly map: Mapped },
): Promise<void> {
  const { first, last } = quarterDays(period);
  const before = startOfDay(Math.min(last, dayOfDate(asOf)) + 1, timeZone);
  for (let after = { afterAt: startOfDay(first, timeZone), afterId: '' }; ;) {
    const page = await store.read((tx) =>
      tx.run(walkTouches, { shopId, ...after, before, limit: WALK_PAGE }),
    );
    for (const { shopperId, kind, arm, plannedAt, decision, decidedAt } of page) {
      const isReached = decision === 'sent' || decision === 'shown';
      const reachedOn = isReached && decidedAt !== null ? dayOf(decidedAt, timeZone) : null;
      map.reach({ shopperId, kind, arm, day: dayOf(plannedAt, timeZone), reachedOn });
    }
    const end = page.at(-1);
    if (end === undefined || page.length < WALK_PAGE) return;
    after = { afterAt: end.plannedAt, afterId: end.id };
  }
}

/** Where everybody stood: by the rows of their changes, and where there are none by where they stand. */
async function placeAll(
  store: Store,
  order: OfMap,
  { map, insiders }: { readonly map: Mapped; readonly insiders: ReadonlySet<string> },
): Promise<void> {
  for await (const { shopperId, steps } of stepsOf(store, order))
    if (!insiders.has(shopperId)) map.went(shopperId, steps);
  for await (const { shopperId, stage } of standingOf(store, order))
    if (!insiders.has(shopperId)) map.stands(shopperId, stage);
}

async function* stepsOf(
  store: Store,
  { shopId }: OfMap,
): AsyncGenerator<{ shopperId: string; steps: readonly StageStep[] }> {
  let own: { shopperId: string; steps: StageStep[] } | undefined;
  for (let after = { afterShopper: '', afterDay: 0 }; ;) {
    const page = await store.read((tx) =>
      tx.run(walkSteps, { shopId, ...after, limit: WALK_PAGE }),
    );
    for (const { shopperId, day, fromStage: from, toStage: to } of page) {
      if (own !== undefined && own.shopperId !== shopperId) {
        yield own;
        own = undefined;
      }
      own ??= { shopperId, steps: [] };
      own.steps.push({ day, from, to });
    }
    const end = page.at(-1);
    if (end === undefined || page.length < WALK_PAGE) break;
    after = { afterShopper: end.shopperId, afterDay: end.day };
  }
  if (own !== undefined) yield own;
}

async function* standingOf(
  store: Store,
  { shopId, asOf, document: { timeZone } }: OfMap,
): AsyncGenerator<{ shopperId: string; stage: Stage }> {
  const before = startOfDay(dayOfDate(asOf) + 1, timeZone);
  for (const stage of stages.options)
    for (let afterId = ''; ;) {
      const asked = { shopId, term: filterTerm({ stage }), before, afterId, limit: WALK_PAGE };
      const page = await store.read((tx) => tx.run(walkStanding, asked));
      for (const { shopperId } of page) yield { shopperId, stage };
      const end = page.at(-1);
      if (end === undefined || page.length < WALK_PAGE) break;
      afterId = end.shopperId;
    }
}
