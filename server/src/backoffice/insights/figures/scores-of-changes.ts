import type { Change } from '@okaeri/shared/changes';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { estimateOf, isScored } from '../../../engagement/surveys/results-rules.ts';
import { dayOf, startOfDay } from '../../../platform/lib/calendar.ts';
import type { Store } from '../../../platform/store/store.ts';
import { walkScores } from './change-queries.ts';
import type { Spans } from './change-rules.ts';
import type { FigureOrder } from './figure-order.ts';
import { changeOfScores } from './measure-rules.ts';
import { inPages } from './pages.ts';

/** How often each score was given to a survey, in each time. */
interface Scores {
  readonly kind: Exclude<SurveyKind, 'custom'>;
  readonly now: Map<number, number>;
  readonly before: Map<number, number>;
}

/** How the scores of surveys changed, by the answers that stand in their own figures. */
export const scoresOf = async (
  store: Store,
  order: FigureOrder,
  { spans, z }: { readonly spans: Spans; readonly z: number },
): Promise<Change[]> => {
  const surveys = await countScores(store, order, spans);
  return [...surveys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { kind, now, before }]) => ({
      figure: `score ${id}`,
      kind: 'score' as const,
      survey: { id, kind },
      move: null,
      ...changeOfScores({ now: estimateOf(kind, now), before: estimateOf(kind, before) }, z),
    }));
};

async function countScores(
  store: Store,
  { shopId, document }: FigureOrder,
  { now, before }: Spans,
): Promise<ReadonlyMap<string, Scores>> {
  const { timeZone } = document;
  const within = {
    shopId,
    from: startOfDay(before.from, timeZone),
    before: startOfDay(now.until + 1, timeZone),
  };
  const surveys = new Map<string, Scores>();
  for await (const { surveyId, kind, at, cells } of inPages(store, walkScores, (last, limit) => ({
    ...within,
    afterId: last?.id ?? '',
    limit,
  }))) {
    if (!isScored(kind)) continue;
    const given = cells.find((cell) => cell.kind === 'score');
    if (given === undefined) continue;
    const of = surveys.get(surveyId) ?? { kind, now: new Map(), before: new Map() };
    surveys.set(surveyId, of);
    const time = of[dayOf(at, timeZone) >= now.from ? 'now' : 'before'];
    const score = Number(given.value);
    time.set(score, (time.get(score) ?? 0) + 1);
  }
  return surveys;
}
