import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';

type Asked = Pick<SurveyDefinition, 'kind' | 'questions'>;

/**
 * Whether a question may take the place of its neighbour: what is shown by an answer stands after the question, and
 * the score stays that of the same questions.
 */
export const canMove = (of: Asked, at: number, by: 1 | -1): boolean => {
  const { kind, questions } = of;
  const [first, second] = by === 1 ? [at, at + 1] : [at - 1, at];
  const [upper, lower] = [questions[first], questions[second]];
  if (upper === undefined || lower === undefined) return false;
  if (lower.showIf?.questionId === upper.id) return false;
  const scored = scoreQuestions(kind, questions);
  return scoreQuestions(kind, swapped(questions, at, by)).every((id) => scored.includes(id));
};

/** The same questions, one of them a place further up or down. */
export const moved = (of: Asked, at: number, by: 1 | -1): readonly SurveyQuestion[] =>
  canMove(of, at, by) ? swapped(of.questions, at, by) : of.questions;

function swapped(
  questions: readonly SurveyQuestion[],
  at: number,
  by: 1 | -1,
): readonly SurveyQuestion[] {
  return questions.toSpliced(at, 1).toSpliced(at + by, 0, ...questions.slice(at, at + 1));
}
