import { describe, expect, it } from 'vitest';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import { readAnswers, toAnswer, type Answers } from './answer-rules.ts';

const scale = (id: string, change: object = {}): SurveyQuestion => ({
  id,
  kind: 'scale',
  min: 1,
  max: 7,
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
const BEST: SurveyQuestion = {
  id: 'best',
  kind: 'choices',
  text: { en: 'best' },
  options: ['taste', 'speed', 'card'].map((id) => ({ id, name: { en: id } })),
  choicesMax: 2,
  words: true,
  required: true,
  showIf: null,
};
const read = (questions: readonly SurveyQuestion[], answers: Answers) => {
  const found = readAnswers(questions, answers);
  if ('faults' in found) return { faults: found.faults.map(({ questionId }) => questionId) };
  const { values, ignored, missing } = found;
  return { kept: values.map(({ questionId }) => questionId), ignored, missing };
};

describe('what is answered (E36)', () => {
  it.each([
    ['all of it', { score: 7, best: ['taste'] }, { kept: ['score', 'best'], missing: [] }],
    ['a part of it', { best: ['taste'] }, { kept: ['best'], missing: ['score'] }],
    ['nothing', {}, { kept: [], missing: ['score', 'best'] }],
    ['words that say nothing', { score: 1, best: [] }, { missing: ['best'] }],
    ['choices with words', { score: 1, best: { choices: ['card'], text: ' x ' } }, { missing: [] }],
    ['words alone', { score: 1, best: { choices: [], text: 'x' } }, { missing: [] }],
    ['what is on no scale', { score: 0 }, { faults: ['score'] }],
    ['words for a number', { score: '7' }, { faults: ['score'] }],
    ['a choice there is not', { best: ['colour'] }, { faults: ['best'] }],
    ['a choice twice', { best: ['card', 'card'] }, { faults: ['best'] }],
    ['too many choices', { best: ['taste', 'speed', 'card'] }, { faults: ['best'] }],
    ['a question there is not', { other: 1 }, { faults: ['other'] }],
  ] as const)('is %s', (_case, answers, expected) => {
    expect(read([scale('score'), BEST], answers as Answers)).toMatchObject(expected);
  });

  it('comes back as it was given, without blanks around it', () => {
    const found = readAnswers([scale('score'), BEST, words('why')], {
      score: 3,
      best: { choices: ['card'], text: ' Nice ' },
      why: ' Because ',
    });
    expect('values' in found && found.values.map(toAnswer)).toEqual([
      3,
      { choices: ['card'], text: 'Nice' },
      'Because',
    ]);
  });
});

describe('a question that others hide (E36)', () => {
  const low = { questionId: 'score', op: 'atMost', value: 3 };
  const shows = (showIf: object, answers: Answers) =>
    read([scale('score'), words('why', { showIf })], { ...answers, why: 'x' });

  it.each([
    ['atMost', 3, 3, true],
    ['atMost', 3, 4, false],
    ['atLeast', 5, 5, true],
    ['atLeast', 5, 4, false],
    ['is', 4, 4, true],
    ['is', 4, 5, false],
  ])('%s %i is asked at %i: %s', (op, value, score, asked) => {
    const found = shows({ questionId: 'score', op, value }, { score });
    expect(found).toMatchObject({ ignored: asked ? [] : ['why'] });
  });

  it('is hidden while the other has no answer, and its answer is left out', () => {
    expect(shows(low, {})).toMatchObject({ kept: [], ignored: ['why'] });
  });

  it('hides what asks about it in turn, and is needed for nothing', () => {
    const questions = [
      scale('score'),
      scale('second', { showIf: low }),
      words('third', { required: true, showIf: { questionId: 'second', op: 'is', value: 1 } }),
    ];
    expect(read(questions, { score: 7, second: 1, third: 'x' })).toEqual({
      kept: ['score'],
      ignored: ['second', 'third'],
      missing: [],
    });
    expect(read(questions, { score: 1, second: 1 })).toMatchObject({ missing: ['third'] });
  });

  it('is asked by what was chosen', () => {
    const showIf = { questionId: 'best', op: 'includes', value: 'card' };
    const questions = [BEST, words('why', { showIf })];
    expect(read(questions, { best: ['card'], why: 'x' })).toMatchObject({ ignored: [] });
    expect(read(questions, { best: ['taste'], why: 'x' })).toMatchObject({ ignored: ['why'] });
  });
});
