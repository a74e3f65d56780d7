import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { invitationCells, isOfOne, keyOf } from './results-cell-rules.ts';
import {
  selectAllCells,
  selectInvitationsAfter,
  selectResponsesAfter,
  selectSurveysAfter,
  selectTally,
} from './results-queries.ts';
import { invitationPeriod, wantedCells } from './results-tally.ts';
import type { Cell } from './results-tables.ts';

/** Rows read at once: small enough that no snapshot lasts long. */
const PAGE = 500;

/** A count of a survey that is not what its answers come to. */
export interface CountDifference {
  readonly shopId: string;
  readonly surveyId: string;
  readonly what: string;
  readonly expected: number;
  readonly found: number;
}

/** Counts every answer and invitation anew, and reports where the kept counts differ; each survey at one moment. */
export const verifySurveyCounts = async (
  deps: Pick<Deps, 'store'>,
  options: { shopId?: string } = {},
): Promise<readonly CountDifference[]> => {
  const differences: CountDifference[] = [];
  let after = { shopId: options.shopId ?? '', id: '' };
  for (;;) {
    const page = await deps.store.read((tx) =>
      tx.run(selectSurveysAfter, { ...after, limit: PAGE }),
    );
    for (const survey of page) {
      if (options.shopId !== undefined && survey.shopId !== options.shopId) return differences;
      const of = { shopId: survey.shopId, surveyId: survey.id };
      const ofOne = isOfOne(survey.trigger);
      differences.push(...(await deps.store.snapshot((tx) => compare(tx, of, ofOne))));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return differences;
    after = { shopId: last.shopId, id: last.id };
  }
};

async function compare(
  tx: Tx,
  of: { shopId: string; surveyId: string },
  ofOne: boolean,
): Promise<readonly CountDifference[]> {
  const counts = new Map<string, { expected: number; found: number }>();
  const at = (key: string): { expected: number; found: number } => {
    const known = counts.get(key) ?? { expected: 0, found: 0 };
    counts.set(key, known);
    return known;
  };
  for (const cell of await tx.run(selectAllCells, of))
    // What was brought from elsewhere is counted by its own rows.
    if (cell.kind !== 'imported') at(keyOf(cell)).found += cell.count;
  for await (const cells of expectedCells(tx, of, ofOne))
    for (const cell of cells) at(keyOf(cell)).expected += 1;
  return [...counts]
    .filter(([, { expected, found }]) => expected !== found)
    .map(([what, count]) => ({ ...of, what, ...count }));
}

async function* expectedCells(
  tx: Tx,
  of: { shopId: string; surveyId: string },
  ofOne: boolean,
): AsyncGenerator<readonly Cell[]> {
  for (let after = ''; ;) {
    const page = await tx.run(selectResponsesAfter, { ...of, after, limit: PAGE });
    for (const response of page) {
      const key = { shopId: of.shopId, responseId: response.id };
      const [tally] = await tx.run(selectTally, key);
      const { cells } = await wantedCells(tx, response, () => tally?.period ?? response.wave);
      yield cells;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  for (let after = ''; ;) {
    const page = await tx.run(selectInvitationsAfter, { ...of, after, limit: PAGE });
    for (const row of page) yield invitationCells(row, invitationPeriod(row, ofOne));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
