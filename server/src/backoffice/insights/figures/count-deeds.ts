import type { DeedFigures, ScoreKind } from '@okaeri/shared/effect-figures';
import { isScored } from '../../../engagement/surveys/results-rules.ts';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import type { Store } from '../../../platform/store/store.ts';
import { walkScoredResponses } from './change-queries.ts';
import { walkRatings } from './queries.ts';
import { countGaps } from './count-gaps.ts';
import { dayOfDate } from './day-rules.ts';
import { createDeeds, DEED_GROUPS, groupOfScore, type Word } from './deed-rules.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, countedShare } from './figure-base.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';
import { inPages } from './pages.ts';

const KINDS = ['nps', 'csat', 'ces', 'loyalty'] as const satisfies readonly ScoreKind[];

type Deeds = ReturnType<typeof createDeeds>;
type Words = Map<string, Word[]>;

/** Who bought again within the usual gap after a review, by its stars, and after a survey, by its score (E126). */
export const countDeeds = async (
  store: Store,
  order: FigureOrder<Extract<FigureAsked, { figure: 'words-and-deeds' }>>,
): Promise<DeedFigures> => {
  const withinDays = (await countGaps(store, order)).pooled.medianDays;
  const [ratings, scores] = [await ratingsOf(store, order), await scoresOf(store, order)];
  const deedsOf = (groups: readonly string[]): Deeds =>
    createDeeds(dayOfDate(order.asOf), { withinDays: withinDays ?? Infinity, groups });
  const reviews = deedsOf(DEED_GROUPS.stars);
  const surveys = KINDS.flatMap((kind) => {
    const words = scores.get(kind);
    return words === undefined ? [] : [{ kind, words, deeds: deedsOf(DEED_GROUPS[kind]) }];
  });
  for await (const { shopperId, days } of buyersOf(store, order)) {
    const bought = days.map(({ day }) => day);
    reviews.add(ratings.get(shopperId) ?? [], bought);
    for (const { words, deeds } of surveys) deeds.add(words.get(shopperId) ?? [], bought);
  }
  const told = groupsOf(reviews);
  return {
    ...baseOf(order, {
      definition: DEFINITIONS['words-and-deeds'],
      people: told.reduce((sum, { people }) => sum + people, 0),
    }),
    isEffect: false,
    withinDays,
    reviews: told,
    scores: surveys.map(({ kind, deeds }) => ({ kind, groups: groupsOf(deeds) })),
  };
};

function groupsOf(deeds: Deeds) {
  return deeds
    .read()
    .map(({ group, people, again }) => ({ group, people, ...countedShare(again, people) }));
}

async function ratingsOf(store: Store, order: FigureOrder): Promise<Words> {
  const { timeZone } = order.document;
  const words: Words = new Map();
  for await (const { shopperId, rating, createdAt } of inPages(
    store,
    walkRatings,
    (last, limit) => ({ ...upTo(order), afterId: last?.id ?? '', limit }),
  ))
    note(words, shopperId, {
      group: groupOfScore('stars', rating),
      day: dayOf(createdAt, timeZone),
    });
  return words;
}

/** By the kind of survey: what somebody said in one and in another are not the same thing. */
async function scoresOf(store: Store, order: FigureOrder): Promise<ReadonlyMap<ScoreKind, Words>> {
  const { timeZone } = order.document;
  const kinds = new Map<ScoreKind, Words>();
  for await (const { shopperId, kind, score, scoredAt } of inPages(
    store,
    walkScoredResponses,
    (last, limit) => ({ ...upTo(order), afterId: last?.id ?? '', limit }),
  )) {
    if (score === null || scoredAt === null || !isScored(kind)) continue;
    const words = kinds.get(kind) ?? new Map<string, Word[]>();
    kinds.set(kind, words);
    note(words, shopperId, { group: groupOfScore(kind, score), day: dayOf(scoredAt, timeZone) });
  }
  return kinds;
}

function upTo({ shopId, asOf, document }: FigureOrder) {
  return { shopId, before: startOfDay(dayOfDate(asOf) + 1, document.timeZone) };
}

function note(words: Words, shopperId: string | null, word: Word): void {
  if (shopperId === null) return;
  words.set(shopperId, [...(words.get(shopperId) ?? []), word]);
}
