import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { hasRoom, higher, isOpen, isOverdue } from './case-state-rules.ts';

describe('isOverdue', () => {
  it.each([
    ['open', null, 99, false],
    ['open', null, 100, true],
    ['waiting', 50, 1_000, false],
    ['waiting', 100, 1_000, true],
    ['resolved', null, 1_000, false],
    ['closed', null, 1_000, false],
  ] as const)(
    'of a case that is %s, waiting since %s, at %i, due at 100, is %s',
    (state, waitingSince, now, late) => {
      expect(isOverdue({ state, waitingSince, dueAt: 100 }, now)).toBe(late);
    },
  );
});

it.each([
  ['open', true],
  ['waiting', true],
  ['resolved', false],
  ['closed', false],
] as const)('a case that is %s waits to be put right: %s', (state, open) => {
  expect(isOpen({ state })).toBe(open);
});

it('of two severities the higher counts', () => {
  expect(higher('normal', 'normal')).toBe('normal');
  expect(higher('normal', 'high')).toBe('high');
  expect(higher('high', 'normal')).toBe('high');
});

it('a case has room for caseEntriesMax entries and no more', () => {
  expect(hasRoom({ entries: LIMITS.caseEntriesMax - 1 })).toBe(true);
  expect(hasRoom({ entries: LIMITS.caseEntriesMax })).toBe(false);
});
