import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { SurveyDefinition, SurveyTrigger } from '@okaeri/shared/surveys';
import type { AnswerRow, ResponseRow } from './response-tables.ts';
import type { Cell } from './results-tables.ts';
import type { InvitationRow } from './tables.ts';

/** A response, and what of it is counted. */
export interface Counted {
  readonly response: Pick<
    ResponseRow,
    'version' | 'state' | 'insider' | 'score' | 'incentivised' | 'tierId'
  >;
  readonly answers: readonly Pick<
    AnswerRow,
    'questionId' | 'kind' | 'valueNumber' | 'valueChoices' | 'valueText'
  >[];
  readonly themeIds: readonly string[];
}

/**
 * The cells a response stands in. A saved score counts, also of a partial response; without one nothing does, nor what
 * the shop's own people answered. Of what was withdrawn only that it was (E36, E41, E9).
 */
export const cellsOf = (
  { response, answers, themeIds }: Counted,
  definition: Pick<SurveyDefinition, 'kind' | 'questions'>,
  period: string,
): readonly Cell[] => {
  const { version, state, insider } = response;
  if (insider) return [];
  const plain = { period, version, incentivised: 'no', tierId: '' } as const;
  if (state === 'withdrawn') return [{ ...plain, kind: 'state', part: '', value: 'withdrawn' }];
  const isAnswered = definition.kind === 'custom' ? state === 'complete' : response.score !== null;
  if (!isAnswered) return [];
  const incentivised = response.incentivised ? 'yes' : 'no';
  const split = { period, version, incentivised, tierId: response.tierId ?? '' } as const;
  const cells: Cell[] = [{ ...split, kind: 'state', part: '', value: 'answered' }];
  const score = scoreOf(answers, definition);
  if (score !== null) cells.push({ ...split, kind: 'score', part: '', value: String(score) });
  for (const answer of answers) cells.push(...answerCells(answer, split));
  if (answers.some(hasWords)) cells.push({ ...plain, kind: 'state', part: '', value: 'commented' });
  for (const part of themeIds) {
    const value = response.score === null ? '' : String(response.score);
    cells.push({ ...plain, kind: 'theme', part, value });
  }
  return cells;
};

/** What of an invitation is counted: that it was drawn, shown, put away. Insiders try it, and stand in no figure. */
export const invitationCells = (
  row: Pick<InvitationRow, 'version' | 'insider' | 'firstShownAt' | 'dismissedAt'>,
  period: string,
): readonly Cell[] => {
  if (row.insider) return [];
  const plain = { period, version: row.version, incentivised: 'no', tierId: '' } as const;
  const facts = [
    'invited',
    ...(row.firstShownAt === null ? [] : ['shown']),
    ...(row.dismissedAt === null ? [] : ['dismissed']),
  ];
  return facts.map((value) => ({ ...plain, kind: 'state', part: '', value }));
};

/** Whether a survey is asked of one shopper at a time, so that its figures are told by month. */
export const isOfOne = (trigger: SurveyTrigger['kind']): boolean =>
  trigger === 'afterArrival' || trigger === 'afterCase';

/** What moves where cells are left and entered, each with by how much, in an order that is always the same. */
export const movesBetween = (
  before: readonly Cell[],
  after: readonly Cell[],
): readonly (readonly [cell: Cell, by: number])[] => {
  const moves = new Map<string, [Cell, number]>();
  const add = (cells: readonly Cell[], by: number): void => {
    for (const cell of cells) {
      const move = moves.get(keyOf(cell)) ?? [cell, 0];
      move[1] += by;
      moves.set(keyOf(cell), move);
    }
  };
  add(before, -1);
  add(after, 1);
  return [...moves.entries()]
    .filter(([, [, by]]) => by !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, move]) => move);
};

/** A cell as a text, the same for the same cell. */
export const keyOf = (cell: Cell): string =>
  JSON.stringify([
    cell.period,
    cell.kind,
    cell.part,
    cell.value,
    cell.version,
    cell.incentivised,
    cell.tierId,
  ]);

/** What a score counts: the answer, or of a loyalty survey the sum of its four, where all of them are there. */
function scoreOf(
  answers: Counted['answers'],
  { kind, questions }: Pick<SurveyDefinition, 'kind' | 'questions'>,
): number | null {
  const scored = scoreQuestions(kind, questions);
  if (scored.length === 0) return null;
  let sum = 0;
  for (const id of scored) {
    const value = answers.find(({ questionId }) => questionId === id)?.valueNumber ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function answerCells(
  answer: Counted['answers'][number],
  split: Pick<Cell, 'period' | 'version' | 'incentivised' | 'tierId'>,
): readonly Cell[] {
  const { questionId: part, valueNumber, valueChoices } = answer;
  const cells: Cell[] = [];
  if (valueNumber !== null)
    cells.push({ ...split, kind: 'answer', part, value: String(valueNumber) });
  if (answer.kind === 'choices') cells.push({ ...split, kind: 'answer', part, value: '' });
  for (const value of valueChoices ?? []) cells.push({ ...split, kind: 'answer', part, value });
  if (hasWords(answer)) cells.push({ ...split, kind: 'words', part, value: '' });
  return cells;
}

function hasWords({ valueText }: Counted['answers'][number]): boolean {
  return valueText !== null && valueText !== '';
}
