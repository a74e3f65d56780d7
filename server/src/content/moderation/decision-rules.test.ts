import { describe, expect, it } from 'vitest';
import { decidedOn } from './decision-rules.ts';

type Record = Parameters<typeof decidedOn>[0]['decisions'][number];

const NOW = Date.parse('2026-11-22T10:00:00Z');
const BEFORE: Record = { kind: 'published', at: NOW - 1 };

describe('a person’s decision', () => {
  it('to publish shows it, waits for nothing, and keeps no reason', () => {
    expect(decidedOn({ decisions: [] }, { decision: 'publish' }, NOW)).toEqual({
      state: 'published',
      reason: null,
      waitingSince: null,
      decisions: [{ kind: 'published', at: NOW }],
    });
  });

  it.each([
    ['a note', 'It names a person.', 'It names a person.'],
    ['no note', undefined, null],
  ])('to withhold keeps its reason, and %s', (_what, note, kept) => {
    const input = {
      decision: 'withhold',
      reason: 'privateInformation',
      ...(note && { note }),
    } as const;
    expect(decidedOn({ decisions: [] }, input, NOW)).toEqual({
      state: 'withheld',
      reason: 'privateInformation',
      waitingSince: null,
      decisions: [{ kind: 'withheld', at: NOW, reason: 'privateInformation', note: kept }],
    });
  });

  it('stands behind those before it, which stay as they were', () => {
    const row = { decisions: [BEFORE] };
    const { decisions } = decidedOn(row, { decision: 'publish' }, NOW);
    expect(decisions).toEqual([BEFORE, { kind: 'published', at: NOW }]);
    expect(row.decisions).toEqual([BEFORE]);
  });
});
