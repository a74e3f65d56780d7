import { describe, expect, it } from 'vitest';
import type { DecisionInput } from '@okaeri/shared/review-queue';
import { changedBy, waysBack, type Decided } from './decide-many.ts';

const published = (id: string): Decided => ({ id, state: 'published', decision: null });
const withheld = (id: string, reason: 'spam' | 'fake' | null, note: string | null) =>
  ({ id, state: 'withheld', decision: { reason, note, at: '2026-11-28' } }) satisfies Decided;
const waiting: Decided = { id: 'w', state: 'queued', decision: null };
const removed: Decided = { id: 'r', state: 'removed', decision: null };

const ALL = [
  published('a'),
  withheld('b', 'spam', null),
  withheld('d', null, null),
  waiting,
  removed,
];

describe('a decision about many', () => {
  it.each([
    ['published', { decision: 'publish' }, ['b']],
    ['withheld', { decision: 'withhold', reason: 'fake', note: null }, ['a']],
  ] satisfies [string, DecisionInput, string[]][])(
    'by which they are %s leaves out what stands so already, what waits and what could not be put back',
    (_what, decision, ids) => {
      expect(changedBy(ALL, decision).map(({ id }) => id)).toEqual(ids);
    },
  );

  it('is undone by what each of them was before, together where that is the same', () => {
    const before = [
      withheld('b', 'spam', null),
      published('a'),
      withheld('e', 'spam', null),
      withheld('f', 'spam', 'a note'),
      withheld('g', 'fake', null),
      published('h'),
    ];
    expect(waysBack(before)).toEqual([
      { ids: ['b', 'e'], decision: { decision: 'withhold', reason: 'spam', note: null } },
      { ids: ['a', 'h'], decision: { decision: 'publish' } },
      { ids: ['f'], decision: { decision: 'withhold', reason: 'spam', note: 'a note' } },
      { ids: ['g'], decision: { decision: 'withhold', reason: 'fake', note: null } },
    ]);
    expect(waysBack([])).toEqual([]);
  });
});
