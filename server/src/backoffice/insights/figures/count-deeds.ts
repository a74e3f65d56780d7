import type { DeedFigures } from '@okaeri/shared/figures';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { walkRatings } from './queries.ts';
import { countGaps } from './count-gaps.ts';
import { dayOfDate } from './day-rules.ts';
import { createDeeds, starGroup, type Word } from './deed-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, countedShare } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';

const STAR_GROUPS = ['low', 'middle', 'high'] as const;

/** Who bought again within the usual gap after a review, by its stars (E126). */
export const countDeeds = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'words-and-deeds' }>>,
): Promise<DeedFigures> => {
  const withinDays = (await countGaps(store, order)).pooled.medianDays;
  const words = await ratingsOf(store, order);
  const deeds = createDeeds(dayOfDate(order.asOf), {
    withinDays: withinDays ?? Infinity,
    groups: STAR_GROUPS,
  });
  for await (const { shopperId, days } of buyersOf(store, order))
    deeds.add(
      words.get(shopperId) ?? [],
      days.map(({ day }) => day),
    );
  const reviews = deeds
    .read()
    .map(({ group, people, again }) => ({ group, people, ...countedShare(again, people) }));
  return {
    ...baseOf(order, {
      definition: DEFINITIONS['words-and-deeds'],
      people: reviews.reduce((sum, { people }) => sum + people, 0),
    }),
    isEffect: false,
    withinDays,
    reviews,
  };
};

async function ratingsOf(
  store: Store,
  { shopId, asOf, document }: FigureOrder,
): Promise<ReadonlyMap<string, readonly Word[]>> {
  const { timeZone } = document;
  const before = startOfDay(dayOfDate(asOf) + 1, timeZone);
  const words = new Map<string, Word[]>();
  for (let afterId = ''; ;) {
    const page = await store.read((tx) =>
      tx.run(walkRatings, { shopId, afterId, before, limit: WALK_PAGE }),
    );
    for (const { shopperId, rating, createdAt } of page) {
      if (shopperId === null) continue;
      const word = { group: starGroup(rating), day: dayOf(createdAt, timeZone) };
      words.set(shopperId, [...(words.get(shopperId) ?? []), word]);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return words;
    afterId = last.id;
  }
}
