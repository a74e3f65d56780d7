import { describe, expect, test } from 'vitest';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import { canMove, moved } from './order-rules.ts';

const words = (id: string, after?: string): SurveyQuestion => ({
  id,
  kind: 'text',
  text: {},
  required: false,
  showIf: after === undefined ? null : { questionId: after, op: 'atMost', value: 6 },
});
const scale = (id: string): SurveyQuestion => ({
  ...words(id),
  kind: 'scale',
  min: 0,
  max: 10,
  lowLabel: {},
  highLabel: {},
});
const idsOf = (questions: readonly SurveyQuestion[]): string =>
  questions.map(({ id }) => id).join();

describe('a question of a survey', () => {
  const questions = [scale('score'), words('why', 'score'), words('best'), scale('again')];
  const of = { kind: 'nps', questions } as const;

  test('goes a place up or down', () => {
    expect(idsOf(moved(of, 2, -1))).toBe('score,best,why,again');
    expect(idsOf(moved(of, 1, 1))).toBe('score,best,why,again');
  });

  test('goes no further than the ends', () => {
    expect(canMove(of, 3, 1)).toBe(false);
    expect(canMove(of, 0, -1)).toBe(false);
    expect(moved(of, 3, 1)).toBe(questions);
  });

  test('never stands before the one whose answer shows it, nor that one after it', () => {
    expect(canMove(of, 1, -1)).toBe(false);
    expect(canMove(of, 0, 1)).toBe(false);
    expect(moved(of, 0, 1)).toBe(questions);
  });

  test('never takes the score from the one it is of', () => {
    const two = [scale('score'), scale('again')];
    expect(canMove({ kind: 'nps', questions: two }, 1, -1)).toBe(false);
    expect(canMove({ kind: 'custom', questions: two }, 1, -1)).toBe(true);
  });
});
