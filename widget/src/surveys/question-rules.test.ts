import { describe, expect, it } from 'vitest';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import { isComplete, shownQuestions } from './question-rules.ts';

const scale = (id: string, change: object = {}): SurveyQuestion => ({
  id,
  kind: 'scale',
  min: 0,
  max: 10,
  text: { en: id },
  lowLabel: { en: 'low' },
  highLabel: { en: 'high' },
  required: true,
  showIf: null,
  ...change,
});
const words = (id: string, change: object = {}): SurveyQuestion => ({
  id,
  kind: 'text',
  text: { en: id },
  required: false,
  showIf: null,
  ...change,
});
const WHY = words('why', { showIf: { questionId: 'score', op: 'atMost', value: 6 } });
const shown = (questions: readonly SurveyQuestion[], answers: Record<string, never>) =>
  shownQuestions(questions, answers).map(({ id }) => id);
const given = (answers: object) => answers as Record<string, never>;

describe('the questions that are asked by now', () => {
  it.each([
    ['one first', {}, ['score']],
    [
      'what a low score asks, and the words after it',
      { score: 3 },
      ['score', 'why', 'more', 'next'],
    ],
    ['not what a high score hides', { score: 9 }, ['score', 'more', 'next']],
    ['all of them in the end', { score: 9, next: 0 }, ['score', 'more', 'next', 'last']],
  ])('are %s', (_case, answers, ids) => {
    const questions = [scale('score'), WHY, words('more'), scale('next'), words('last')];
    expect(shown(questions, given(answers))).toEqual(ids);
  });
});

describe('what may be sent', () => {
  it.each([
    [{}, false],
    [{ score: 0 }, true],
    [{ score: 0, why: '' }, true],
  ])('of a score and words, %j: %s', (answers, complete) => {
    expect(isComplete([scale('score'), WHY], given(answers))).toBe(complete);
  });

  it('needs words that are required, and no choice that is not', () => {
    const needed = [scale('score'), words('why', { required: true })];
    expect(isComplete(needed, given({ score: 1 }))).toBe(false);
    expect(isComplete(needed, given({ score: 1, why: 'x' }))).toBe(true);
    const free = [scale('score'), scale('more', { required: false })];
    expect(isComplete(free, given({ score: 1 }))).toBe(true);
  });
});
