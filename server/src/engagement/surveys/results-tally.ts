import type { Deps } from '../../deps.ts';
import type { ShopRow } from '../../access/tables.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { monthOf } from '../../platform/lib/calendar.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectSurvey } from './queries.ts';
import { findDefinition } from './read-surveys.ts';
import { selectAnswers, selectResponse } from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import { cellsOf, invitationCells, isOfOne, movesBetween } from './results-cell-rules.ts';
import { addToCell, deleteTally, saveTally, selectTally } from './results-queries.ts';
import type { Cell } from './results-tables.ts';
import type { InvitationRow } from './tables.ts';
import { selectThemeIdsOf } from './theme-queries.ts';
import { updateInvitation } from './wave-queries.ts';

/**
 * Moves the counts to what a response is now: to be called in the write that changes it, its answers or its themes, as
 * often as one likes. What it stood in before is kept with it, so nothing else needs to be known.
 */
export const tallyResponse = async (
  deps: Deps,
  tx: Tx,
  { shop, responseId }: { shop: ShopRow; responseId: string },
): Promise<void> => {
  const { document } = await currentProgram(deps, tx, shop);
  await tally(tx, { shopId: shop.id, responseId, timeZone: document.timeZone });
};

/** The same of a response that stood in the counts before, or was deleted: it stays in the month it is in. */
export const retallyResponse = (
  tx: Tx,
  of: { shopId: string; responseId: string },
): Promise<void> => tally(tx, { ...of, timeZone: 'UTC' });

/** Writes what became of an invitation, and counts it. */
export const saveInvitation = async (
  tx: Tx,
  before: InvitationRow,
  after: InvitationRow,
): Promise<void> => {
  await tx.run(updateInvitation, after);
  await countInvitation(tx, before, after);
};

/** Moves the counts with an invitation: null before it is there, and once it is gone. */
export const countInvitation = async (
  tx: Tx,
  before: InvitationRow | null,
  after: InvitationRow | null,
): Promise<void> => {
  const row = after ?? before;
  if (row === null) return;
  const of = { shopId: row.shopId, surveyId: row.surveyId };
  const survey = await first(tx, selectSurvey, { shopId: row.shopId, id: row.surveyId });
  const ofOne = survey !== undefined && isOfOne(survey.trigger);
  const cells = (one: InvitationRow | null): readonly Cell[] =>
    one === null ? [] : invitationCells(one, invitationPeriod(one, ofOne));
  await move(tx, of, cells(before), cells(after));
};

/**
 * Where an invitation is counted: in its wave, or in the month of the programme's zone it was drawn in. Of releases
 * before, the month is of UTC.
 */
export const invitationPeriod = (
  { period, drawnAt, wave }: Pick<InvitationRow, 'period' | 'drawnAt' | 'wave'>,
  ofOne: boolean,
): string => period ?? (ofOne ? monthOf(drawnAt, 'UTC') : wave);

async function tally(
  tx: Tx,
  { shopId, responseId, timeZone }: { shopId: string; responseId: string; timeZone: string },
): Promise<void> {
  const of = { shopId, responseId };
  const posted = await first(tx, selectTally, of);
  const response = await first(tx, selectResponse, { shopId, id: responseId });
  if (response === undefined) {
    if (posted === undefined) return;
    await move(tx, { shopId, surveyId: posted.surveyId }, posted.cells, []);
    await tx.run(deleteTally, of);
    return;
  }
  const { surveyId } = response;
  const at = response.scoredAt ?? response.completedAt ?? response.startedAt;
  const wanted = await wantedCells(tx, response, (isMonthly) =>
    posted?.at === at ? posted.period : isMonthly ? monthOf(at, timeZone) : response.wave,
  );
  await move(tx, { shopId, surveyId }, posted?.cells ?? [], wanted.cells);
  await tx.run(saveTally, { ...of, surveyId, at, ...wanted });
}

/** The cells a response should stand in, from its rows. */
export const wantedCells = async (
  tx: Tx,
  response: ResponseRow,
  periodOf: (isMonthly: boolean) => string,
): Promise<{ period: string; cells: readonly Cell[] }> => {
  const { shopId, surveyId, version } = response;
  const definition = await findDefinition(tx, { shopId, surveyId, version });
  // What nobody knows the questions of is counted nowhere; nobody's erasure or merge fails by it.
  if (definition === undefined) return { period: periodOf(false), cells: [] };
  const of = { shopId, responseId: response.id };
  const answers = await tx.run(selectAnswers, of);
  const themeIds = (await tx.run(selectThemeIdsOf, of)).map(({ themeId }) => themeId);
  const period = periodOf(isOfOne(definition.trigger.kind));
  return { period, cells: cellsOf({ response, answers, themeIds }, definition, period) };
};

async function move(
  tx: Tx,
  survey: { shopId: string; surveyId: string },
  before: readonly Cell[],
  after: readonly Cell[],
): Promise<void> {
  for (const [cell, by] of movesBetween(before, after))
    await tx.run(addToCell, { ...survey, ...cell, count: by });
}
