import { describe, expect, it } from 'vitest';
import { rewardWith } from '../../testing/programs.ts';
import type { Reward } from '@okaeri/shared/rewards';
import { suggestRewards, type Candidate, type SuggestionInputs } from './suggestion-rules.ts';

const candidate = (id: string, points: number, change: object = {}): Candidate => ({
  reward: rewardWith({ id, cost: { fixed: points }, ...change }) as Reward,
  eligibility: { kind: 'redeemable' },
  points,
});

const inputs: SuggestionInputs = {
  available: 100,
  tierId: null,
  stage: 'loyal',
  tastes: { bought: {}, seen: {} },
  expiring: false,
  personalised: true,
};

const order = (candidates: readonly Candidate[], change: Partial<SuggestionInputs> = {}) =>
  suggestRewards(candidates, { ...inputs, ...change }).map(({ reward, because, becauseOf }) => [
    reward.id,
    because,
    becauseOf,
  ]);

describe('the order of rewards', () => {
  const cheap = candidate('cheap', 20);
  const best = candidate('best', 100);
  const close = candidate('close', 120);
  const far = candidate('far', 1000);

  it('begins with what is in reach, the most for the points first', () => {
    expect(order([far, close, cheap, best])).toEqual([
      ['best', 'affordable', null],
      ['cheap', 'affordable', null],
      ['close', 'closeToReach', null],
      ['far', null, null],
    ]);
  });

  it('puts forward what a shopper often buys, and says so', () => {
    const tea = candidate('tea', 100, { tags: ['tea'] });
    const coffee = candidate('coffee', 100, { tags: ['coffee', 'gift'] });
    const tastes = { bought: { coffee: 9, tea: 1 }, seen: { tea: 3 } };
    expect(order([tea, best, coffee], { tastes })[0]).toEqual(['coffee', 'oftenBought', 'coffee']);
  });

  it('tells of points that expire, of a tier’s own, and of being welcome back', () => {
    expect(order([best], { expiring: true })[0]?.[1]).toBe('pointsExpire');
    expect(order([best], { stage: 'lapsed' })[0]?.[1]).toBe('welcomeBack');
    const gold = candidate('gold', 100, { tierIds: ['gold'] });
    expect(order([best, gold], { tierId: 'gold' })[0]).toEqual(['gold', 'forYourTier', null]);
  });

  it('puts what cannot be had behind everything', () => {
    const gone: Candidate = {
      ...candidate('gone', 50, { tags: ['tea'] }),
      eligibility: { kind: 'outOfStock' },
    };
    const tastes = { bought: { tea: 9 }, seen: {} };
    expect(order([gone, far], { tastes }).map(([id]) => id)).toEqual(['far', 'gone']);
  });

  it('is the programme’s own for whoever turned it off', () => {
    const tea = candidate('tea', 100, { tags: ['tea'] });
    const off = { personalised: false, tastes: { bought: { tea: 9 }, seen: {} } };
    expect(order([far, cheap, tea], off)).toEqual([
      ['far', null, null],
      ['cheap', 'affordable', null],
      ['tea', 'affordable', null],
    ]);
  });
});
