import { describe, expect, it } from 'vitest';
import { PROBLEMS } from '@okaeri/shared/errors';
import { FIELD_FAULTS } from '@okaeri/shared/field-faults';
import { en } from './en.ts';
import { words as english } from './faults/en.ts';
import { words as japanese } from './faults/ja.ts';
import type { FaultWords } from './faults/shape.ts';
import { ja } from './ja.ts';
import type { Messages } from './shape.ts';

const LANGUAGES: readonly [string, Messages, FaultWords, RegExp][] = [
  ['English', en, english, /^[A-Z][^{}]*[.]$/],
  ['Japanese', ja, japanese, /^[^{}]*[。）]$/],
];
const VALUES = { min: '2', max: '9', missing: '463', name: 'x' };

/** What no merchant is told: parts of requests, of code, and of what validators say. */
const CODE =
  /\b(GET|POST|PUT|PATCH|DELETE|HTTP|string|undefined|null|Invalid|expected|received)\b|\/v1\//;

const said = (sentence: unknown, values = VALUES): string =>
  typeof sentence === 'function' ? String(sentence(values)) : String(sentence);

describe.each(LANGUAGES)('in %s', (_, messages, words, form) => {
  it.each(Object.keys(PROBLEMS))('the refusal %s has a sentence', (code) => {
    const known: Readonly<Record<string, unknown>> = { ...words.problems, ...messages.faults };
    expect(Object.keys(known)).toContain(code);
    expect(said(known[code])).toMatch(form);
    expect(said(known[code])).not.toMatch(CODE);
    expect(said(known[code], {} as typeof VALUES)).toMatch(form);
  });

  it.each(FIELD_FAULTS)('the fault of a field %s has a sentence', (code) => {
    expect(said(words.fields[code])).toMatch(form);
    expect(said(words.fields[code])).not.toMatch(CODE);
  });
});
