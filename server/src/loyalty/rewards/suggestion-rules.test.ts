import { describe, expect, it } from 'vitest';
import { rewardWith } from '../../testing/programs.ts';
import type { BuyerFigures } from '@okaeri/shared/segments';
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
  figures: null,
  tastes: { bought: {}, seen: {} },
  expiring: false,
  personalised: true,
};

const overdue = (overdueDays: number | null): BuyerFigures => ({
  rfmGroup: null,
  valueGroup: null,
  againPercent: null,
  usualGapDays: null,
  overdueDays,
});

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

  it('reminds of points that expire, of a tier’s own, and of being welcome back', () => {
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

  it('is the programme’s own for anyone who turned it off', () => {
    const tea = candidate('tea', 100, { tags: ['tea'] });
    const off = { personalised: false, tastes: { bought: { tea: 9 }, seen: {} } };
    expect(order([far, cheap, tea], off)).toEqual([
      ['far', null, null],
      ['cheap', 'affordable', null],
      ['tea', 'affordable', null],
    ]);
  });
});

describe('the weight of a reward', () => {
  const weighed = (points: number, change: Partial<SuggestionInputs> = {}, reward: object = {}) => {
    const [found] = suggestRewards([candidate('a', points, reward)], { ...inputs, ...change });
    return [found?.because, Math.round((found?.score ?? 0) * 1000) / 1000];
  };
  const tea = { tags: ['tea'] };
  const met = (what: 'bought' | 'seen', counts: Record<string, number>) => ({
    tastes: { bought: {}, seen: {}, [what]: counts },
  });

  it.each([
    ['all the points there are', 100, ['affordable', 4]],
    ['half of the points there are', 50, ['affordable', 3.6]],
    ['a point more than there are', 101, ['closeToReach', 2.97]],
  ])('that costs %s is by that', (_, points, expected) => {
    expect(weighed(points)).toEqual(expected);
  });

  it.each([
    [60, ['closeToReach', 1.8]],
    [59, [null, 0]],
  ])('of a hundred points for somebody with %i is by how close it is', (available, expected) => {
    expect(weighed(100, { available })).toEqual(expected);
  });

  it.each([
    ['is often bought', met('bought', { tea: 1 }), tea, ['oftenBought', 2.5]],
    ['is a half of what is bought', met('bought', { tea: 1, ale: 1 }), tea, ['oftenBought', 1.875]],
    ['was looked at', met('seen', { tea: 1 }), tea, ['lookedAt', 0.8]],
    ['is a half of what was looked at', met('seen', { tea: 1, ale: 1 }), tea, ['lookedAt', 0.6]],
    ['has a tag of nothing that was bought or looked at', met('seen', { ale: 1 }), tea, [null, 0]],
    ['has a tag of what was looked at zero times', met('seen', { tea: 0 }), tea, [null, 0]],
    ['is for the tier', { tierId: 'gold' }, { tierIds: ['gold'] }, ['forYourTier', 1]],
    ['is for another tier', { tierId: 'gold' }, { tierIds: ['silver'] }, [null, 0]],
  ])('a reward out of reach that %s is suggested by that alone', (_, change, reward, expected) => {
    expect(weighed(9999, change, reward)).toEqual(expected);
  });

  it.each([
    ['points expire', { expiring: true }, ['pointsExpire', 5.5]],
    ['somebody is welcome back', { stage: 'lapsed' }, ['welcomeBack', 4.6]],
    ['somebody is a day past their usual gap', { figures: overdue(1) }, ['welcomeBack', 4.6]],
    ['somebody would usually buy today', { figures: overdue(0) }, ['affordable', 4]],
    ['nobody knows how often somebody buys', { figures: overdue(null) }, ['affordable', 4]],
  ] as const)('in reach is more where %s', (_, change, expected) => {
    expect(weighed(100, change)).toEqual(expected);
  });

  it('is not looked at where the shopper turned that off', () => {
    expect(weighed(100, { personalised: false })).toEqual(['affordable', 0]);
  });

  it('of two tags is that of the one met more often, else of the first', () => {
    const both = candidate('a', 9999, { tags: ['tea', 'ale'] });
    expect(order([both], met('bought', { tea: 1, ale: 2 }))).toEqual([['a', 'oftenBought', 'ale']]);
    expect(order([both], met('bought', { tea: 2, ale: 2 }))).toEqual([['a', 'oftenBought', 'tea']]);
  });

  it('that cannot be had is a hundred less', () => {
    const gone: Candidate = { ...candidate('gone', 100), eligibility: { kind: 'outOfStock' } };
    expect(suggestRewards([gone], inputs)[0]?.score).toBe(-96);
  });

  it('that is the same puts the cheaper first', () => {
    expect(order([candidate('b', 9999), candidate('a', 9998)]).map(([id]) => id)).toEqual([
      'a',
      'b',
    ]);
  });
});
