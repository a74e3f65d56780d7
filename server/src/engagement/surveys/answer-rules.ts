import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyAnswer } from '@okaeri/shared/surveys';
import type { AnswerRow } from './response-tables.ts';

/** What one says to questions, by their ids. */
export type Answers = Readonly<Record<string, SurveyAnswer>>;

/** An answer that does not fit its question. */
export interface AnswerFault {
  readonly questionId: string;
  readonly message: string;
  readonly code: 'unknownField' | 'notValid' | 'missing';
}

/** The value of one answer, as it is kept. */
export type AnswerValue = Pick<
  AnswerRow,
  'questionId' | 'kind' | 'valueNumber' | 'valueChoices' | 'valueText' | 'scaleMin' | 'scaleMax'
>;

/** Answers that were looked at: what is kept, what is left out, and whether nothing is missing. */
export interface ReadAnswers {
  readonly values: readonly AnswerValue[];
  /** Questions that others hide, whose answers are dropped (E36). */
  readonly ignored: readonly string[];
  /** Required questions without an answer. */
  readonly missing: readonly string[];
}

/**
 * Reads what was answered to a version of a survey. Questions are looked at in their order, so that what is hidden
 * hides what asks about it.
 */
export const readAnswers = (
  questions: readonly SurveyQuestion[],
  answers: Answers,
): ReadAnswers | { readonly faults: readonly AnswerFault[] } => {
  const faults = faultsOf(questions, answers);
  if (faults.length > 0) return { faults };
  const values: AnswerValue[] = [];
  const [ignored, missing]: [string[], string[]] = [[], []];
  for (const one of questions) {
    const said = answers[one.id];
    if (!isShown(one, values)) {
      if (said !== undefined) ignored.push(one.id);
      continue;
    }
    const value = said === undefined ? null : valueOf(one, said);
    if (value !== null) values.push(value);
    else if (one.required) missing.push(one.id);
  }
  return { values, ignored, missing };
};

/** Whether a question is asked, by what was said before it. */
const isShown = (
  { showIf }: Pick<SurveyQuestion, 'showIf'>,
  values: readonly AnswerValue[],
): boolean => {
  if (showIf === null) return true;
  const said = values.find(({ questionId }) => questionId === showIf.questionId);
  if (said === undefined) return false;
  const { op, value } = showIf;
  if (op === 'includes') return said.valueChoices?.some((choice) => choice === value) ?? false;
  const { valueNumber } = said;
  if (valueNumber === null || typeof value !== 'number') return false;
  if (op === 'atMost') return valueNumber <= value;
  return op === 'atLeast' ? valueNumber >= value : valueNumber === value;
};

/** An answer as it was given. */
export const toAnswer = ({
  kind,
  valueNumber,
  valueChoices,
  valueText,
}: AnswerValue): SurveyAnswer => {
  if (kind === 'scale') return valueNumber ?? 0;
  if (kind === 'text') return valueText ?? '';
  const choices = [...(valueChoices ?? [])];
  return valueText === null ? choices : { choices, text: valueText };
};

function faultsOf(questions: readonly SurveyQuestion[], answers: Answers): AnswerFault[] {
  const byId = new Map(questions.map((one) => [one.id, one]));
  return Object.entries(answers).flatMap(([questionId, said]): AnswerFault[] => {
    const one = byId.get(questionId);
    if (one === undefined)
      return [{ questionId, message: 'is no question of this survey', code: 'unknownField' }];
    const message = misfit(one, said);
    return message === null ? [] : [{ questionId, message, code: 'notValid' }];
  });
}

/** Why an answer does not fit its question. */
function misfit(one: SurveyQuestion, said: SurveyAnswer): string | null {
  if (one.kind === 'scale')
    return typeof said === 'number' && said >= one.min && said <= one.max
      ? null
      : `must be a whole number from ${one.min} to ${one.max}`;
  if (one.kind === 'text') return typeof said === 'string' ? null : 'must be words';
  const chosen = choicesOf(said);
  if (chosen === null || (chosen.text !== null && !one.words)) return 'must be a list of choices';
  const known = new Set(one.options.map(({ id }) => id));
  const isOwn = chosen.choices.every((choice) => known.has(choice));
  if (!isOwn || new Set(chosen.choices).size < chosen.choices.length)
    return 'must be choices of this question, each once';
  return chosen.choices.length > one.choicesMax ? `must be at most ${one.choicesMax}` : null;
}

function choicesOf(said: SurveyAnswer): { choices: readonly string[]; text: string | null } | null {
  if (typeof said !== 'object') return null;
  return 'choices' in said ? said : { choices: said, text: null };
}

/** What is kept of an answer; nothing of one that says nothing. */
function valueOf(one: SurveyQuestion, said: SurveyAnswer): AnswerValue | null {
  const none = { valueNumber: null, valueChoices: null, valueText: null };
  const row = { questionId: one.id, kind: one.kind, ...none, scaleMin: null, scaleMax: null };
  if (typeof said === 'number')
    return one.kind === 'scale'
      ? { ...row, valueNumber: said, scaleMin: one.min, scaleMax: one.max }
      : null;
  if (typeof said === 'string') {
    const text = said.trim();
    return text === '' ? null : { ...row, valueText: text };
  }
  const chosen = choicesOf(said);
  const text = chosen?.text?.trim() ?? '';
  if (chosen === null || (chosen.choices.length === 0 && text === '')) return null;
  return { ...row, valueChoices: [...chosen.choices], valueText: text === '' ? null : text };
}
