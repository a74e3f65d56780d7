import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { bestQuestion, scoreQuestions } from './survey-checks.ts';
import { responseInput, surveyDefinition } from './surveys.ts';

const scale = (id: string, min: number, max: number, change: object = {}) => ({
  id,
  kind: 'scale',
  min,
  max,
  text: { en: id },
  lowLabel: { en: 'low' },
  highLabel: { en: 'high' },
  required: true,
  ...change,
});
const words = (id: string, change: object = {}) => ({
  id,
  kind: 'text',
  text: { en: id },
  ...change,
});
const choices = (id: string, count = 2, change: object = {}) => ({
  id,
  kind: 'choices',
  text: { en: id },
  options: Array.from({ length: count }, (_, at) => ({ id: `o${at}`, name: { en: `O${at}` } })),
  ...change,
});
const survey = (kind: string, questions: readonly object[], change: object = {}) => ({
  kind,
  name: 'Survey',
  questions,
  trigger: { kind: 'relational', every: 'quarter' },
  ...change,
});
const items = ['recommend', 'stay', 'tryNew', 'easy'].map((id) => scale(id, 1, 7));
const isTaken = (document: object): boolean => surveyDefinition.safeParse(document).success;

describe('the scales of a kind (E35)', () => {
  it.each([
    ['nps', [scale('score', 0, 10)], true],
    ['nps', [scale('score', 1, 10)], false],
    ['csat', [scale('score', 1, 5)], true],
    ['csat', [scale('score', 1, 7)], false],
    ['ces', [scale('score', 1, 7)], true],
    ['ces', [words('why')], false],
    ['nps', [scale('score', 0, 10, { required: false })], false],
    ['nps', [scale('score', 0, 10), scale('other', 1, 5, { required: false })], true],
    ['loyalty', [...items, choices('best', 3, { words: true, choicesMax: 3 })], true],
    ['loyalty', items, false],
    ['loyalty', [...items.slice(1), choices('best')], false],
    ['custom', [choices('colour')], true],
  ])('%s takes %j: %s', (kind, questions, taken) => {
    expect(isTaken(survey(kind, questions))).toBe(taken);
  });

  it('have words at both ends, never pictures', () => {
    const { lowLabel: _, ...without } = scale('score', 1, 5);
    expect(isTaken(survey('csat', [without]))).toBe(false);
  });

  it('make the score: one question, four of loyalty in their order, none of a custom survey', () => {
    const loyalty = surveyDefinition.parse(survey('loyalty', [...items, choices('best')]));
    expect(scoreQuestions('loyalty', loyalty.questions)).toEqual([
      'recommend',
      'stay',
      'tryNew',
      'easy',
    ]);
    expect(bestQuestion('loyalty', loyalty.questions)).toBe('best');
    expect(scoreQuestions('custom', loyalty.questions)).toEqual([]);
  });
});

describe('what a question is shown by', () => {
  const score = scale('score', 0, 10);
  const shown = (showIf: object, before: object[] = [score]) =>
    isTaken(survey('nps', [...before, words('why', { showIf })]));

  it('is an earlier question, by what its kind can be asked', () => {
    expect(shown({ questionId: 'score', op: 'atMost', value: 6 })).toBe(true);
    expect(shown({ questionId: 'score', op: 'includes', value: 'o1' })).toBe(false);
    expect(shown({ questionId: 'why', op: 'atMost', value: 6 })).toBe(false);
    expect(shown({ questionId: 'nobody', op: 'is', value: 6 })).toBe(false);
    const both = [score, choices('colour')];
    expect(shown({ questionId: 'colour', op: 'includes', value: 'o1' }, both)).toBe(true);
    expect(shown({ questionId: 'colour', op: 'includes', value: 'o7' }, both)).toBe(false);
  });

  it('does not hide the score, nor ask the same twice', () => {
    const hidden = scale('score', 0, 10, { showIf: { questionId: 'why', op: 'is', value: 1 } });
    expect(isTaken(survey('nps', [words('why'), hidden]))).toBe(false);
    expect(isTaken(survey('nps', [score, words('score')]))).toBe(false);
  });
});

describe('the limits of a survey', () => {
  const score = scale('score', 0, 10);
  const many = (count: number) => [
    score,
    ...Array.from({ length: count - 1 }, (_, at) => words(`w${at}`)),
  ];
  const at = (change: object) => survey('nps', [score], change);

  it.each([
    ['questionsMax', (n: number) => survey('nps', many(n))],
    ['choicesMax', (n: number) => survey('custom', [choices('c', n)])],
    ['surveyShowsMax', (n: number) => at({ showsMax: n })],
    ['surveyOpenDaysMax', (n: number) => at({ openDays: n })],
    ['surveyOpenDaysMax', (n: number) => at({ mailAfterDays: n })],
  ] as const)('%s is taken, and one more is not', (name, made) => {
    expect(isTaken(made(LIMITS[name]))).toBe(true);
    expect(isTaken(made(LIMITS[name] + 1))).toBe(false);
  });

  it('answerTextMax is taken, and one more is not', () => {
    const said = (length: number) => ({ answers: { why: 'x'.repeat(length) } });
    expect(responseInput.safeParse(said(LIMITS.answerTextMax)).success).toBe(true);
    expect(responseInput.safeParse(said(LIMITS.answerTextMax + 1)).success).toBe(false);
  });

  it('a share is more than none and at most all', () => {
    expect([0, 0.5, 1, 1.1].map((sampleRate) => isTaken(at({ sampleRate })))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

it('what people write is kept without what deceives or cannot be carried (invariant 20)', () => {
  const { answers } = responseInput.parse({ answers: { why: ' \u202Eevil\u0000<b>x</b>\r\n ' } });
  expect(answers['why']).toBe('evil<b>x</b>');
});
