import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyAnswer } from '@okaeri/shared/surveys';

type Answers = Readonly<Record<string, SurveyAnswer>>;

/**
 * The questions that are asked by now: those that others do not hide, and none behind one that is to be chosen first.
 * Words are asked beside what follows them.
 */
export const shownQuestions = (
  questions: readonly SurveyQuestion[],
  answers: Answers,
): readonly SurveyQuestion[] => {
  const shown: SurveyQuestion[] = [];
  for (const one of questions) {
    if (!isAsked(one, shown, answers)) continue;
    shown.push(one);
    if (one.kind !== 'text' && !isSaid(answers[one.id])) break;
  }
  return shown;
};

/** Whether nothing that is needed is missing. */
export const isComplete = (questions: readonly SurveyQuestion[], answers: Answers): boolean => {
  const shown = shownQuestions(questions, answers);
  const last = shown.at(-1);
  const isThrough = last === undefined || last.kind === 'text' || isSaid(answers[last.id]);
  const isOptional = last !== undefined && !last.required;
  return (
    (isThrough || isOptional) && shown.every(({ id, required }) => !required || isSaid(answers[id]))
  );
};

/** What was chosen of a question of choices. */
export const chosenOf = (
  answer: SurveyAnswer | undefined,
): { readonly choices: readonly string[]; readonly text: string } => {
  if (typeof answer !== 'object') return { choices: [], text: '' };
  return 'choices' in answer ? answer : { choices: answer, text: '' };
};

function isAsked(
  { showIf }: SurveyQuestion,
  before: readonly SurveyQuestion[],
  answers: Answers,
): boolean {
  if (showIf === null) return true;
  const { questionId, op, value } = showIf;
  const said = answers[questionId];
  if (said === undefined || !before.some(({ id }) => id === questionId)) return false;
  if (op === 'includes') return chosenOf(said).choices.includes(String(value));
  const [left, right] = [Number(said), Number(value)];
  if (op === 'is') return left === right;
  return op === 'atMost' ? left <= right : left >= right;
}

function isSaid(answer: SurveyAnswer | undefined): boolean {
  if (typeof answer === 'object') {
    const { choices, text } = chosenOf(answer);
    return choices.length > 0 || text !== '';
  }
  return answer !== undefined && answer !== '';
}
