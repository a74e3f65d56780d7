import { expect, it } from 'vitest';
import { BY_RULE, ownerEntry, signalEntry, stateEntry, titleOf } from './case-entry-rules.ts';

it.each([
  [null, null],
  ['  ', null],
  [' The  mug\ncame broken. ', 'The mug came broken.'],
  ['x'.repeat(121), 'x'.repeat(120)],
])('a case that begins with %j is called %j', (words, title) => {
  expect(titleOf(words)).toBe(title);
});

it('an entry about a low score has its words as a note and its score beside them, and says harm only where there is some', () => {
  const low = { reason: 'npsLow', score: 2, quote: 'Late', source: 'response:1' } as const;
  expect(signalEntry({ ...low, isHarm: false })).toEqual({
    by: { kind: 'shopper', name: null },
    kind: 'signal',
    note: 'Late',
    data: { reason: 'npsLow', score: 2 },
    source: 'response:1',
  });
  expect(signalEntry({ ...low, isHarm: true }).data).toMatchObject({ harm: true });
});

it('entries about state and owner have no words of anybody', () => {
  expect(stateEntry('open', BY_RULE)).toMatchObject({ note: null, data: { state: 'open' } });
  expect(ownerEntry('mei', BY_RULE)).toMatchObject({ note: null, data: { ownerId: 'mei' } });
});
