import type { z } from 'zod';
import { faulty } from './field-faults.ts';
import type { SurveyKind, SurveyQuestion } from './survey-questions.ts';

/** Nothing is said of a score before this many people have given one. */
export const SURVEY_ANSWERS_MIN = 30;

/** The scale of each kind that has a score, and how many questions of it the score is made of. */
export const SCALES: Readonly<
  Record<Exclude<SurveyKind, 'custom'>, { min: number; max: number; questions: number }>
> = {
  nps: { min: 0, max: 10, questions: 1 },
  csat: { min: 1, max: 5, questions: 1 },
  ces: { min: 1, max: 7, questions: 1 },
  // Would recommend, would stay, willing to try something new, easy to buy from.
  loyalty: { min: 1, max: 7, questions: 4 },
};

/**
 * The questions a score is made of: the first scales of a survey, one or, for loyalty, four in that order. A custom
 * survey has none.
 */
export const scoreQuestions = (
  kind: SurveyKind,
  questions: readonly SurveyQuestion[],
): readonly string[] =>
  kind === 'custom'
    ? []
    : questions
        .filter((one) => one.kind === 'scale')
        .slice(0, SCALES[kind].questions)
        .map(({ id }) => id);

/** What shoppers like best about the shop: the choices of a loyalty survey. */
export const bestQuestion = (
  kind: SurveyKind,
  questions: readonly SurveyQuestion[],
): string | null =>
  kind === 'loyalty' ? (questions.find((one) => one.kind === 'choices')?.id ?? null) : null;

type Context = z.core.$RefinementCtx;
type Fault = Parameters<typeof faulty>[0];

/** Whether questions fit each other and the kind of their survey. */
export const checkQuestions = (
  kind: SurveyKind,
  questions: readonly SurveyQuestion[],
  context: Context,
): void => {
  const say = (path: (string | number)[], fault: Fault, message: string): void =>
    context.addIssue({ code: 'custom', ...faulty(fault, message), path: ['questions', ...path] });
  checkScales(kind, questions, say);
  const known = new Map<string, SurveyQuestion>();
  questions.forEach((one, at) => {
    if (known.has(one.id)) say([at, 'id'], 'notUnique', 'must be asked once');
    checkOwn(one, (path, fault, message) => say([at, ...path], fault, message));
    if (one.showIf !== null && !canShow(one.showIf, known.get(one.showIf.questionId)))
      say([at, 'showIf'], 'unknownReference', 'must ask about an earlier question, by its kind');
    known.set(one.id, one);
  });
};

type Say = (path: (string | number)[], fault: Fault, message: string) => void;

function checkScales(kind: SurveyKind, questions: readonly SurveyQuestion[], say: Say): void {
  if (kind === 'custom') return;
  const { min, max, questions: count } = SCALES[kind];
  const scored = scoreQuestions(kind, questions);
  if (scored.length < count)
    say([], 'tooFew', `must have ${count} scales from ${min} to ${max}, as its kind has`);
  questions.forEach((one, at) => {
    if (one.kind !== 'scale' || !scored.includes(one.id)) return;
    if (one.min !== min || one.max !== max)
      say([at, 'max'], 'notValid', `must be from ${min} to ${max}, as its kind has`);
    if (!one.required) say([at, 'required'], 'notValid', 'must be required: the score is it');
    if (one.showIf !== null) say([at, 'showIf'], 'notValid', 'must always be shown');
  });
  if (kind === 'loyalty' && bestQuestion(kind, questions) === null)
    say([], 'tooFew', 'must have choices of what is liked best');
}

function checkOwn(one: SurveyQuestion, say: Say): void {
  if (one.kind !== 'choices') return;
  const ids = one.options.map(({ id }) => id);
  if (new Set(ids).size < ids.length) say(['options'], 'notUnique', 'must have each choice once');
  if (one.choicesMax > ids.length) say(['choicesMax'], 'tooLarge', 'is more than there are');
}

function canShow(
  { op, value }: NonNullable<SurveyQuestion['showIf']>,
  of: SurveyQuestion | undefined,
): boolean {
  if (of?.kind === 'scale') return op !== 'includes' && typeof value === 'number';
  if (of?.kind !== 'choices') return false;
  return op === 'includes' && of.options.some(({ id }) => id === value);
}
