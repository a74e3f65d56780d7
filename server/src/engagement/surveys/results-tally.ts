import type { Deps } from '../../deps.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import { loadProgram } from '../../loyalty/program/load-program.ts';
import { lastMonths } from '../../platform/lib/calendar.ts';
import type { Tx } from '../../platform/store/store.ts';
import { cellsOf, movesBetween } from './results-cell-rules.ts';
import type { Cell } from './results-tables.ts';
import {
  addToCell,
  deleteTally,
  saveTally,
  selectCountedAnswers,
  selectCountedResponse,
  selectCountedVersion,
  selectTally,
} from './results-queries.ts';
import { selectThemeIdsOf } from './theme-queries.ts';

/**
 * Moves the counts to what a response is now: to be called in the write that changes it, its answers or its themes, or
 * deletes it, as often as one likes. What it stood in before is kept with it, so nothing else needs to be known.
 */
export const tallyResponse = async (
  deps: Deps,
  tx: Tx,
  { shop, responseId }: { shop: ShopRow; responseId: string },
): Promise<void> => {
  const of = { shopId: shop.id, responseId };
  const [posted] = await tx.run(selectTally, of);
  const [response] = await tx.run(selectCountedResponse, of);
  if (response === undefined) {
    if (posted === undefined) return;
    await move(tx, { shopId: shop.id, surveyId: posted.surveyId }, posted.cells, []);
    await tx.run(deleteTally, of);
    return;
  }
  const { surveyId, version, wave } = response;
  const survey = { shopId: shop.id, surveyId };
  const definition = await loadDefinition(tx, { ...survey, version });
  const at = response.scoredAt ?? response.startedAt;
  const period =
    posted?.at === at
      ? posted.period
      : await periodOf(deps, tx, { shop, trigger: definition.trigger.kind, wave, at });
  const answers = await tx.run(selectCountedAnswers, of);
  const themeIds = (await tx.run(selectThemeIdsOf, of)).map(({ themeId }) => themeId);
  const cells = cellsOf({ response, answers, themeIds }, definition, period);
  await move(tx, survey, posted?.cells ?? [], cells);
  await tx.run(saveTally, { ...of, surveyId, period, at, cells });
};

/** What happens to invitations that is counted. */
export type InvitationFact = 'invited' | 'shown' | 'dismissed';

/** Counts what happened to so many invitations of one wave; takes away where there is one less. */
export const countInvitations = async (
  deps: Deps,
  tx: Tx,
  input: {
    shop: ShopRow;
    surveyId: string;
    wave: string;
    version: number;
    trigger: SurveyDefinition['trigger']['kind'];
    fact: InvitationFact;
    at: number;
    by: number;
  },
): Promise<void> => {
  const { shop, surveyId, version, fact, by } = input;
  const period = await periodOf(deps, tx, input);
  const cell = { period, version, incentivised: 'no', tierId: '' } as const;
  const place = { ...cell, kind: 'state', part: '', value: fact } as const;
  await tx.run(addToCell, { shopId: shop.id, surveyId, ...place, count: by });
};

/** Where something is counted: in its wave, or, where each has a wave of their own, in the month. */
async function periodOf(
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; trigger: SurveyDefinition['trigger']['kind']; wave: string; at: number },
): Promise<string> {
  const { shop, trigger, wave, at } = input;
  if (trigger !== 'afterArrival' && trigger !== 'afterCase') return wave;
  const { timeZone } = await loadProgram(deps, tx, {
    shopId: shop.id,
    version: shop.programVersion,
  });
  const [month] = lastMonths(at, timeZone, 1);
  return month?.name ?? wave;
}

async function loadDefinition(
  tx: Tx,
  of: { shopId: string; surveyId: string; version: number },
): Promise<SurveyDefinition> {
  const [found] = await tx.run(selectCountedVersion, of);
  if (found === undefined) throw new Error(`Survey ${of.surveyId} has no version ${of.version}`);
  return found.document;
}

async function move(
  tx: Tx,
  survey: { shopId: string; surveyId: string },
  before: readonly Cell[],
  after: readonly Cell[],
): Promise<void> {
  for (const [cell, by] of movesBetween(before, after))
    await tx.run(addToCell, { ...survey, ...cell, count: by });
}
