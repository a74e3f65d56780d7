import { describe, expect, it } from 'vitest';
import { surveyDefinition } from '@okaeri/shared/surveys';
import { en } from '../i18n/en.ts';
import { words } from '../i18n/parts/en-surveys.ts';
import { words as changeWords } from '../i18n/changes/english.ts';
import { surveyWords } from './survey-change-rules.ts';

const AS = {
  ...changeWords,
  messages: { ...en, ...words },
  language: 'en' as const,
  productNames: new Map<string, string>(),
};
const question = (id: string, text: string) => ({ id, kind: 'text', text: { en: text } });
const survey = (change: object = {}) =>
  surveyDefinition.parse({
    kind: 'custom',
    name: 'A',
    questions: [question('a', 'Why?'), question('b', 'What else?')],
    trigger: { kind: 'relational', every: 'quarter' },
    ...change,
  });
const changesTo = (change: object) =>
  surveyWords
    .changes(survey(), survey(change), AS)
    .map(({ kind, path, subject, label }) => [kind, path.join('/'), subject || label]);

describe('the differences of two states of a survey', () => {
  it('are none where nothing is different', () => {
    expect(changesTo({})).toEqual([]);
  });

  it.each([
    [{ name: 'B' }, ['changed', 'name', words.surveys.name]],
    [{ sampleRate: 0.5 }, ['changed', 'sampleRate', words.surveys.sampleRate]],
    [{ openDays: 3 }, ['changed', 'openDays', words.surveys.openDays]],
    [{ questions: [question('a', 'Why?')] }, ['removed', 'questions/b', 'What else?']],
    [
      { questions: [question('a', 'How?'), question('b', 'What else?')] },
      ['changed', 'questions/a', 'How?'],
    ],
    [
      { questions: [question('a', 'Why?'), question('b', 'What else?'), question('c', 'When?')] },
      ['added', 'questions/c', 'When?'],
    ],
  ])('after %j name the setting or the question', (change, expected) => {
    expect(changesTo(change)).toEqual([expected]);
  });
});
