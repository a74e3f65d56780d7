import type { SurveySummaries, SurveyResults, SurveySummary } from '@okaeri/shared/survey-results';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectCells, selectPeriods, selectTrend, selectWaveTimes } from './results-queries.ts';
import { selectSurvey, selectSurveys, selectVersion } from './queries.ts';
import { unknownSurvey } from './read-surveys.ts';
import { figuresOf, wordingOf, type Asked } from './results-rules.ts';
import { changeOf, trendOf, wavesInTime, type WaveTime } from './results-trend-rules.ts';
import type { SurveyCountRow } from './results-tables.ts';
import type { SurveyRow } from './tables.ts';

interface Wanted {
  readonly wave: string | undefined;
  readonly version: number | undefined;
}

/**
 * What a survey came to in a wave (E40): from the counts that are kept, so that it costs the same whatever the number of
 * answers. Waves of a survey that asks one shopper at a time are months.
 */
export const readResults = (
  deps: Deps,
  input: { shop: ShopRow; surveyId: string } & Wanted,
): Promise<Outcome<SurveyResults>> =>
  deps.store.read(async (tx): Promise<Outcome<SurveyResults>> => {
    const { shop, surveyId } = input;
    const [survey] = await tx.run(selectSurvey, { shopId: shop.id, id: surveyId });
    if (survey === undefined) return { refused: unknownSurvey(surveyId) };
    const results = await resultsOf(deps, tx, { shop, survey, wanted: input });
    return results === null
      ? { refused: { code: 'unknownWave', detail: 'The survey has no such wave.' } }
      : { ok: results };
  });

/** Where each survey of a shop stands, with the score of its newest wave. */
export const readSummaries = (deps: Deps, shop: ShopRow): Promise<SurveySummaries> =>
  deps.store.read(async (tx) => {
    const surveys = await tx.run(selectSurveys, { shopId: shop.id });
    const items: SurveySummary[] = [];
    for (const survey of surveys) {
      const wanted = { wave: undefined, version: undefined };
      const results = await resultsOf(deps, tx, { shop, survey, wanted });
      items.push({
        surveyId: survey.id,
        state: survey.state,
        wave: results?.wave ?? null,
        unfinished: results?.unfinished ?? false,
        score: results?.score ?? null,
        answered: results?.answered ?? 0,
      });
    }
    return { items };
  });

async function resultsOf(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; survey: SurveyRow; wanted: Wanted },
): Promise<SurveyResults | null> {
  const { shop, survey, wanted } = input;
  const of = { shopId: shop.id, surveyId: survey.id };
  const waves = await loadWaves(deps, tx, input);
  const wave = waves.findLast(({ key }) => wanted.wave === undefined || key === wanted.wave);
  if (wave === undefined && wanted.wave !== undefined) return null;
  const scores = await tx.run(selectTrend, { ...of, kind: 'score' });
  const imported = await tx.run(selectTrend, { ...of, kind: 'imported' });
  const all = wave === undefined ? [] : await tx.run(selectCells, { ...of, period: wave.key });
  const asked = await loadVersions(tx, of, [
    survey.version,
    ...all.map(({ version }) => version),
    ...scores.map(({ version }) => version),
  ]);
  const wording = wordingOf([...asked].map(([version, one]) => ({ version, asked: one })));
  const versions = versionsIn(all, wording);
  const version = chooseVersion(versions, wording, { survey, wanted });
  if (version === null) return null;
  const [last] = [...asked.keys()]
    .filter((one) => wording.get(one) === version)
    .toSorted((a, b) => b - a);
  const document = asked.get(last ?? survey.version);
  if (document === undefined) throw new Error(`Survey ${survey.id} has no version ${version}`);
  const cells = all.filter((cell) => wording.get(cell.version) === version);
  const trend = trendOf({ kind: survey.kind, waves, scores, imported, wording });
  return {
    surveyId: survey.id,
    kind: survey.kind,
    wave: wave?.key ?? null,
    opensAt: wave === undefined ? null : isoOf(wave.opensAt),
    closesAt: wave === undefined ? null : isoOf(wave.closesAt),
    unfinished: wave?.unfinished ?? false,
    version,
    versions,
    ...figuresOf(cells, document),
    previous: changeOf(trend, { wave, version }),
    trend: trend.map(({ point }) => point),
  };
}

/** The versions in these cells, by the first with the same words. */
function versionsIn(
  cells: readonly SurveyCountRow[],
  wording: ReadonlyMap<number, number>,
): readonly number[] {
  const found = cells.flatMap(({ version }) => wording.get(version) ?? []);
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function chooseVersion(
  versions: readonly number[],
  wording: ReadonlyMap<number, number>,
  { survey, wanted }: { survey: SurveyRow; wanted: Wanted },
): number | null {
  if (wanted.version === undefined)
    return versions.at(-1) ?? wording.get(survey.version) ?? survey.version;
  const named = wording.get(wanted.version);
  return named !== undefined && versions.includes(named) ? named : null;
}

async function loadWaves(
  deps: Deps,
  tx: Tx,
  { shop, survey }: { shop: ShopRow; survey: SurveyRow },
): Promise<readonly WaveTime[]> {
  const of = { shopId: shop.id, surveyId: survey.id };
  const { timeZone } = (await currentProgram(deps, tx, shop)).document;
  const periods = await tx.run(selectPeriods, of);
  const rows = await tx.run(selectWaveTimes, of);
  const now = nowOf(deps, shop);
  const { endedAt } = survey;
  return wavesInTime({
    periods: periods.map(({ period }) => period),
    rows,
    endedAt,
    timeZone,
    now,
  });
}

async function loadVersions(
  tx: Tx,
  of: { shopId: string; surveyId: string },
  versions: readonly number[],
): Promise<ReadonlyMap<number, Asked>> {
  const asked = new Map<number, Asked>();
  for (const version of new Set(versions)) {
    const [found] = await tx.run(selectVersion, { ...of, version });
    if (found !== undefined) asked.set(version, found.document);
  }
  return asked;
}
