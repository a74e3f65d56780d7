import { describe, expect, it } from 'vitest';
import { celebrationOf, type Snapshot } from './celebration.ts';

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  id: 'mika',
  available: 100,
  held: 0,
  tierId: 'silver',
  badgeIds: ['regular'],
  ...change,
});
const TIERS = ['bronze', 'silver', 'gold'];

describe('a celebration', () => {
  it.each([
    ['points that came', {}, { available: 130 }, { kind: 'points', points: 30 }],
    ['points beside a code taken', {}, { available: 80, held: 50 }, null],
    ['a code given back', { available: 50, held: 50 }, {}, null],
    [
      'a code given back, and more',
      { available: 50, held: 50 },
      { available: 120 },
      { kind: 'points', points: 20 },
    ],
    ['points that went', {}, { available: 20 }, null],
    ['a tier reached', {}, { tierId: 'gold', available: 200 }, { kind: 'tier', tierId: 'gold' }],
    ['a tier lost', {}, { tierId: 'bronze' }, null],
    ['tiers that are new to the shop', { tierId: null }, { tierId: 'bronze' }, null],
    [
      'a badge won',
      {},
      { badgeIds: ['regular', 'taster'], available: 200 },
      { kind: 'badge', badgeId: 'taster' },
    ],
    ['another shopper', {}, { id: 'jun', available: 500 }, null],
    ['nothing', {}, {}, null],
  ] as const)('is made of %s as it should', (_what, before, after, expected) => {
    expect(celebrationOf(snapshot(before), snapshot(after), TIERS)).toEqual(expected);
  });
});
