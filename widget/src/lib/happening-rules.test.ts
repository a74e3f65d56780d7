import { describe, expect, it } from 'vitest';
import type { Me } from '@okaeri/shared/storefront';
import { happeningsOf, isKnown, toldOf, type Told } from './happening-rules.ts';

const TIERS = ['bronze', 'silver', 'gold'];

interface Shown {
  readonly id?: string;
  readonly asOf?: string;
  readonly available?: number;
  readonly held?: number;
  readonly tier?: readonly [id: string, since: string] | null;
  readonly badges?: readonly string[];
  readonly takenBack?: readonly (readonly [at: string, points: number])[];
}

/** An answer of the server, as far as it counts here. */
const meOf = (shown: Shown = {}): Me =>
  ({
    shopper: { id: shown.id ?? 'mika' },
    asOf: shown.asOf ?? '2026-11-20T00:00:00.000Z',
    balance: { available: shown.available ?? 100, held: shown.held ?? 0 },
    tier: shown.tier === null ? null : tierOf(shown.tier ?? ['silver', '2026-10-01']),
    badges: (shown.badges ?? ['regular']).map((id) => ({ id })),
    nudges: (shown.takenBack ?? []).map(([at, points]) => ({
      kind: 'pointsTakenBack',
      at,
      points,
    })),
  }) as unknown as Me;

const tierOf = ([id, since]: readonly [string, string]) => ({ id, since });

/** What a page hears while the server gives one answer after the other. */
const heardOf = (...answers: readonly Shown[]) => {
  let told: Told | null = null;
  return answers.flatMap((shown) => {
    const me = meOf(shown);
    if (isKnown(told, me)) return [];
    const found = happeningsOf(told, me, TIERS);
    told = toldOf(me, told);
    return found;
  });
};

/** The same on one day after the other. */
const heardDaily = (...answers: readonly Shown[]) =>
  heardOf(...answers.map((shown, day) => ({ asOf: `2026-11-2${day}T00:00:00.000Z`, ...shown })));

const earn = (points: number, available: number) => ({
  name: 'earn',
  detail: { points, available },
});
const gold = {
  name: 'tier',
  detail: { tierId: 'gold', previousTierId: 'silver' },
};

describe('what a page is told', () => {
  it.each<[string, readonly Shown[], readonly unknown[]]>([
    ['nothing, the first time a shopper is seen', [{ available: 500 }], []],
    ['points that came', [{}, { available: 130 }], [earn(30, 130)]],
    ['nothing of points that went', [{}, { available: 20 }], []],
    ['nothing of a code taken and given back', [{}, { available: 50, held: 50 }, {}], []],
    [
      'points that came beside a code given back',
      [{ available: 50, held: 50 }, { available: 120 }],
      [earn(20, 120)],
    ],
    [
      'nothing of a refund that was undone',
      [{}, { available: 40, takenBack: [['2026-11-21T00:00:00Z', 60]] }, {}],
      [],
    ],
    [
      'nothing of a refund of which a part was undone',
      [
        {},
        { available: 40, takenBack: [['2026-11-21T00:00:00Z', 60]] },
        { available: 70, takenBack: [['2026-11-21T00:00:00Z', 30]] },
      ],
      [],
    ],
    [
      'points that came when an old refund is no longer spoken of',
      [{ takenBack: [['2026-10-22T00:00:00Z', 60]] }, { available: 130 }],
      [earn(30, 130)],
    ],
    [
      'a tier and a badge, after the points',
      [{}, { available: 130, tier: ['gold', '2026-11-21'], badges: ['regular', 'taster'] }],
      [earn(30, 130), gold, { name: 'badge', detail: { badgeId: 'taster' } }],
    ],
    [
      'the first tier there is',
      [{ tier: null }, { tier: ['bronze', '2026-11-21'] }],
      [{ name: 'tier', detail: { tierId: 'bronze', previousTierId: null } }],
    ],
    ['nothing of a tier that was lost', [{}, { tier: ['bronze', '2026-11-21'] }], []],
    [
      'a tier and a badge once, though a refund took both and was undone',
      [
        {},
        { tier: ['gold', '2026-11-21'], badges: ['regular', 'taster'] },
        {},
        { tier: ['gold', '2026-11-21'], badges: ['regular', 'taster'] },
      ],
      [gold, { name: 'badge', detail: { badgeId: 'taster' } }],
    ],
    [
      'a tier that was reached anew in another year',
      [{ tier: ['gold', '2025-11-21'] }, {}, { tier: ['gold', '2026-11-22'] }],
      [gold],
    ],
    ['nothing of somebody else', [{}, { id: 'jun', available: 500 }], []],
  ])('is %s', (_what, answers, expected) => {
    expect(heardDaily(...answers)).toEqual(expected);
  });

  it('is nothing of an answer that is older than the one before, nor of the next that is as it was', () => {
    const [older, newer] = ['2026-11-20T00:00:00.000Z', '2026-11-20T00:01:00.000Z'];
    expect(
      heardOf(
        { asOf: newer, available: 130 },
        { asOf: older, available: 100 },
        { asOf: '2026-11-20T00:02:00.000Z', available: 130 },
      ),
    ).toEqual([]);
  });
});
