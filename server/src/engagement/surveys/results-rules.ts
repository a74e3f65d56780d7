import { SCALES } from '@okaeri/shared/survey-checks';
import type {
  ChoiceShare,
  QuestionResult,
  SurveyEstimate,
  SurveyResults,
  SurveyScore,
  ThemeCount,
} from '@okaeri/shared/survey-results';
import type { SurveyKind, SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { CellKind, SurveyCountRow } from './results-tables.ts';
import {
  countOf,
  csatOf,
  isEnough,
  meanOf,
  npsOf,
  shareEstimate,
  type Estimate,
  type Histogram,
} from './score-rules.ts';

export type CountedCell = Pick<
  SurveyCountRow,
  'version' | 'incentivised' | 'tierId' | 'kind' | 'part' | 'value' | 'count'
>;

/** What a survey is to its figures. */
export type Asked = Pick<SurveyDefinition, 'kind' | 'questions'>;

type Scored = Exclude<SurveyKind, 'custom'>;

/** The figures of one wave, of cells of one version's words. */
export const figuresOf = (
  cells: readonly CountedCell[],
  { kind, questions }: Asked,
): Pick<
  SurveyResults,
  | 'invited'
  | 'shown'
  | 'dismissed'
  | 'answered'
  | 'withdrawn'
  | 'commented'
  | 'response'
  | 'score'
  | 'incentivised'
  | 'notIncentivised'
  | 'tiers'
  | 'questions'
  | 'themes'
> => {
  const state = (value: string): number =>
    sumOf(cells, (cell) => cell.kind === 'state' && cell.value === value);
  const [shown, answered, commented] = [state('shown'), state('answered'), state('commented')];
  const scoreWhere = (fits: (cell: CountedCell) => boolean): SurveyScore | null =>
    kind === 'custom' ? null : scoreOf(kind, histogramOf(cells, 'score', fits));
  return {
    invited: state('invited'),
    shown,
    dismissed: state('dismissed'),
    answered,
    withdrawn: state('withdrawn'),
    commented,
    // Who answered was asked, whether by a page or by a link alone.
    response: shareIn(answered, Math.max(shown, answered)),
    score: scoreWhere(() => true),
    incentivised: scoreWhere(({ incentivised }) => incentivised === 'yes'),
    notIncentivised: scoreWhere(({ incentivised }) => incentivised === 'no'),
    tiers: kind === 'custom' ? [] : tiersOf(cells, kind),
    questions: questions.map((one) => questionResult(one, cells)),
    themes: themesOf(cells, { kind, commented }),
  };
};

/** The score of a histogram, said only where enough stand behind it. */
export const scoreOf = (kind: Scored, histogram: Histogram): SurveyScore => {
  const estimate = estimateOf(kind, histogram);
  const isSaid = estimate !== null && isEnough(estimate.n);
  const nps = kind === 'nps' && isSaid ? npsOf(histogram) : null;
  return {
    kind,
    ...said(countOf(histogram), estimate),
    promoters: nps?.promoters ?? null,
    detractors: nps?.detractors ?? null,
  };
};

/** The estimate a kind of survey is scored by; null of no answers. Of loyalty, values are sums of its four items. */
export const estimateOf = (kind: Scored, histogram: Histogram): Estimate | null => {
  if (kind === 'nps') return npsOf(histogram);
  if (kind === 'csat') return csatOf(histogram);
  return kind === 'ces'
    ? meanOf(histogram, SCALES.ces)
    : meanOf(meansOfItems(histogram), SCALES.loyalty);
};

/** An estimate as it is told: of too few only how many. */
export const said = (n: number, estimate: Estimate | null): SurveyEstimate =>
  estimate === null || !isEnough(n)
    ? { n, value: null, low: null, high: null }
    : { n, value: estimate.value, low: estimate.low, high: estimate.high };

/**
 * Versions that asked the same words in the same order, one after another, each group named by its first: a survey that was
 * saved with another share goes on with its trend.
 */
export const wordingOf = (
  versions: readonly { readonly version: number; readonly asked: Asked }[],
): ReadonlyMap<number, number> => {
  const groups = new Map<number, number>();
  let [group, words] = [0, ''];
  for (const { version, asked } of versions.toSorted((a, b) => a.version - b.version)) {
    const now = JSON.stringify([asked.kind, asked.questions]);
    if (now !== words) [group, words] = [version, now];
    groups.set(version, group);
  }
  return groups;
};

/** Whether a survey of this kind has a score. */
export const isScored = (kind: SurveyKind): kind is Scored => kind !== 'custom';

/** How often each value stands in cells of a kind. */
function histogramOf(
  cells: readonly CountedCell[],
  kind: CellKind,
  fits: (cell: CountedCell) => boolean,
): Histogram {
  const counts = new Map<number, number>();
  for (const cell of cells) {
    if (cell.kind !== kind || cell.value === '' || !fits(cell)) continue;
    const value = Number(cell.value);
    counts.set(value, (counts.get(value) ?? 0) + cell.count);
  }
  return counts;
}

function meansOfItems(sums: Histogram): Histogram {
  return new Map([...sums].map(([sum, count]) => [sum / SCALES.loyalty.questions, count]));
}

function sumOf(cells: readonly CountedCell[], fits: (cell: CountedCell) => boolean): number {
  return cells.reduce((sum, cell) => sum + (fits(cell) ? cell.count : 0), 0);
}

function shareIn(count: number, of: number): SurveyEstimate {
  return said(of, of === 0 ? null : shareEstimate(count, of));
}

function tiersOf(cells: readonly CountedCell[], kind: Scored): SurveyResults['tiers'] {
  const ids = new Set(cells.filter((cell) => cell.kind === 'score').map(({ tierId }) => tierId));
  return [...ids].toSorted().map((id) => ({
    tierId: id === '' ? null : id,
    score: scoreOf(
      kind,
      histogramOf(cells, 'score', ({ tierId }) => tierId === id),
    ),
  }));
}

function questionResult(one: SurveyQuestion, cells: readonly CountedCell[]): QuestionResult {
  const own = cells.filter(({ part }) => part === one.id);
  const words = sumOf(own, ({ kind }) => kind === 'words');
  const result = { id: one.id, kind: one.kind, words };
  if (one.kind === 'text') return { ...result, n: words, mean: null, choices: [] };
  if (one.kind === 'choices') {
    const count = (id: string): number =>
      sumOf(own, ({ kind, value }) => kind === 'answer' && value === id);
    const n = count('');
    const choices = one.options.map(({ id }) => choiceShare(id, count(id), n));
    return { ...result, n, mean: null, choices: isEnough(n) ? choices : [] };
  }
  const histogram = histogramOf(own, 'answer', () => true);
  const n = countOf(histogram);
  const values = Array.from({ length: one.max - one.min + 1 }, (_, at) => one.min + at);
  const choices = values.map((value) => choiceShare(String(value), histogram.get(value), n));
  const mean = said(n, meanOf(histogram, one));
  return { ...result, n, mean, choices: isEnough(n) ? choices : [] };
}

function choiceShare(id: string, count: number | undefined, of: number): ChoiceShare {
  if (!isEnough(of)) return { id, count: null, share: null, low: null, high: null };
  const { value, low, high } = shareEstimate(count ?? 0, of);
  return { id, count: count ?? 0, share: value, low, high };
}

function themesOf(
  cells: readonly CountedCell[],
  { kind, commented }: { kind: SurveyKind; commented: number },
): readonly ThemeCount[] {
  const raised = cells.filter((cell) => cell.kind === 'theme');
  const ids = new Set(raised.map(({ part }) => part));
  return [...ids]
    .map((id): ThemeCount => {
      const own = raised.filter(({ part }) => part === id);
      const count = sumOf(own, () => true);
      // A theme can be given by hand to somebody who wrote nothing.
      const { share, low, high } = choiceShare(id, count, Math.max(count, commented));
      const scale = isScored(kind) ? SCALES[kind] : null;
      const histogram = histogramOf(own, 'theme', () => true);
      const mean = scale === null ? null : said(countOf(histogram), meanOf(histogram, scale));
      return { id, count, share, low, high, meanScore: mean?.value ?? null };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
