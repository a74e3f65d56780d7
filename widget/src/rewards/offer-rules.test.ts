import { describe, expect, it } from 'vitest';
import { reward as rewardInput, type Eligibility } from '@okaeri/shared/rewards';
import type { Me } from '@okaeri/shared/storefront';
import { costOf, groupsOf, iconOf, type ShownReward } from './offer-rules.ts';

const reward = (id: string, cost: ShownReward['cost'] = { fixed: 500 }): ShownReward =>
  rewardInput.parse({
    id,
    kind: 'fixedDiscount',
    name: { en: id },
    enabled: true,
    cost,
    value: { JPY: 500 },
    validDays: 90,
  });

const offer = (id: string, eligibility: Eligibility, points = 500): Me['rewards'][number] => ({
  id,
  eligibility,
  because: null,
  becauseOf: null,
  points,
  worthMinor: 500,
});

const meWith = (...rewards: Me['rewards']): Me => ({ rewards }) as unknown as Me;
const idsOf = (list: readonly { reward: { id: string } }[]): string[] =>
  list.map((one) => one.reward.id);

const SLIDER = { variable: { minimumPoints: 200, maximumPoints: 900, stepPoints: 100 } };

describe('rewards', () => {
  it('are grouped by how near they are, in the server’s order', () => {
    const rewards = ['far', 'near', 'locked', 'b', 'a', 'gone'].map((id) => reward(id));
    const groups = groupsOf(
      rewards,
      meWith(
        offer('a', { kind: 'redeemable' }),
        offer('far', { kind: 'insufficientPoints', missing: 900 }),
        offer('b', { kind: 'redeemable' }),
        offer('locked', { kind: 'tierTooLow', tierIds: ['gold'] }),
        offer('near', { kind: 'insufficientPoints', missing: 9 }),
        offer('gone', { kind: 'outOfStock' }),
      ),
    );
    expect(groups.best?.reward.id).toBe('a');
    expect(idsOf(groups.now)).toEqual(['b']);
    expect(idsOf(groups.nearly)).toEqual(['near', 'far']);
    expect(idsOf(groups.further)).toEqual(['locked', 'gone']);
  });

  it('that the shopper chooses the points of are never the best, and stay among those they have', () => {
    const groups = groupsOf(
      [reward('slide', SLIDER), reward('fixed')],
      meWith(offer('slide', { kind: 'redeemable' }), offer('fixed', { kind: 'redeemable' })),
    );
    expect(groups.best?.reward.id).toBe('fixed');
    expect(idsOf(groups.now)).toEqual(['slide']);
  });

  it('of a guest are listed as the programme has them', () => {
    const groups = groupsOf([reward('b'), reward('a')], null);
    expect(groups.best).toBeUndefined();
    expect(idsOf(groups.further)).toEqual(['b', 'a']);
  });

  it('cost what this shopper is told, else what everybody is', () => {
    expect(costOf({ reward: reward('a'), offer: offer('a', { kind: 'redeemable' }, 450) })).toBe(
      450,
    );
    expect(costOf({ reward: reward('a'), offer: undefined })).toBe(500);
    expect(costOf({ reward: reward('a', SLIDER), offer: undefined })).toBe(200);
  });

  it('have the icon they were given, else the one of their kind', () => {
    expect(iconOf(reward('a'))).toBe('ticket');
    expect(iconOf({ ...reward('a'), icon: 'cup' })).toBe('cup');
  });
});
