import { describe, expect, it } from 'vitest';
import { earningRule } from '@okaeri/shared/earning';
import { defaultProgram } from '../../loyalty/program/default-program.ts';
import { madeOffer, offerOf } from './offer-rules.ts';

type Terms = Parameters<typeof offerOf>[0];

const NOW = Date.parse('2026-11-22T10:00:00Z');

/** A programme that gives so many points for each of these. */
const terms = (
  ...earning: readonly (readonly [on: 'review' | 'photo', fixed: number])[]
): Terms => ({
  document: {
    ...defaultProgram('USD'),
    campaigns: [],
    tiers: [],
    earning: earning.map(([on, fixed], index) =>
      earningRule.parse({
        id: `rule-${index}`,
        on,
        enabled: true,
        points: { fixed },
        hold: { days: 0 },
      }),
    ),
  },
  programVersion: 7,
  who: { tierId: null, segmentIds: [], first: false },
  place: { channel: null, market: null },
});

describe('what is offered for a review', () => {
  it.each([
    [[], 0, 0],
    [[['review', 50]], 50, 0],
    [[['photo', 20]], 0, 20],
    [
      [
        ['review', 50],
        ['photo', 20],
      ],
      50,
      20,
    ],
    [
      [
        ['review', 50],
        ['review', 5],
      ],
      55,
      0,
    ],
  ] as const)('under the rules %j is %i points, and %i for a photo', (earning, points, photo) => {
    expect(offerOf(terms(...earning), NOW)).toEqual({
      points,
      photoPoints: photo,
      programVersion: 7,
      shownAt: '2026-11-22T10:00:00.000Z',
    });
  });
});

it.each([
  [0, 0, false],
  [1, 0, true],
  [0, 1, true],
  [50, 20, true],
])('an offer of %i points and %i for a photo is kept with a review: %s', (points, photo, kept) => {
  const offer = { points, photoPoints: photo, programVersion: 7, shownAt: '2026-11-22T10:00:00Z' };
  expect(madeOffer(offer)).toBe(kept ? offer : null);
});

it('where no offer was shown, none is kept with a review', () => {
  expect(madeOffer(null)).toBeNull();
});
