import { describe, expect, it } from 'vitest';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { documentWith, rewardOf } from '../../testing/rule-inputs.ts';
import {
  costFor,
  eligibilityOf,
  findReward,
  leastOf,
  planRedemption,
  worthOf,
  type RedemptionContext,
} from './reward-rules.ts';

const FREE = { points: Infinity, until: null };
const at = (change: Partial<RedemptionContext> = {}): RedemptionContext => ({
  who: { tierId: null, segmentIds: [], first: false },
  market: null,
  available: 500,
  limit: FREE,
  stock: FREE,
  cart: null,
  ...change,
});
const slider = { variable: { stepPoints: 100, minimumPoints: 200, maximumPoints: 400 } };
const gold = { tierId: 'gold', segmentIds: ['new'], first: false };

describe('what a reward costs', () => {
  const variants = [
    { tierIds: ['gold'], cost: { fixed: 400 } },
    { markets: ['jp'], cost: { fixed: 300 } },
  ];
  it.each([
    ['its own cost where no other fits', at(), 500],
    ['the first that fits', at({ who: gold, market: 'jp' }), 400],
    ['one that fits behind others', at({ market: 'jp' }), 300],
  ])('is %s', (_, { who, market }, fixed) => {
    expect(costFor(rewardOf({ variants }), who, market)).toEqual({ fixed });
  });

  it.each([
    ['its fixed cost', { fixed: 500 }, 500],
    ['the least of a slider', slider, 200],
    ['nothing where it says nothing', {}, 0],
  ])('is at least %s', (_, cost, least) => {
    expect(leastOf(cost)).toBe(least);
  });
});

describe('whether a shopper can have a reward', () => {
  const now = (reward: object, change: Partial<RedemptionContext> = {}) =>
    eligibilityOf(rewardOf({ ...reward }), at(change));

  it.each([
    [501, { kind: 'redeemable' }],
    [500, { kind: 'redeemable' }],
    [499, { kind: 'insufficientPoints', missing: 1 }],
    [0, { kind: 'insufficientPoints', missing: 500 }],
    [-1, { kind: 'insufficientPoints', missing: 501 }],
  ])('with %i points for one of 500', (available, eligibility) => {
    expect(now({}, { available })).toEqual(eligibility);
  });

  it('with as much as the least of a slider', () => {
    expect(now({ cost: slider }, { available: 200 })).toEqual({ kind: 'redeemable' });
    expect(now({ cost: slider }, { available: 199 })).toEqual({
      kind: 'insufficientPoints',
      missing: 1,
    });
  });

  it.each([
    ['a segment', { segmentIds: ['old', 'new'] }, { kind: 'notInSegment' }],
    [
      'a tier',
      { tierIds: ['silver', 'gold'] },
      { kind: 'tierTooLow', tierIds: ['silver', 'gold'] },
    ],
  ])('that is for %s', (_, reward, refused) => {
    expect(now(reward, { who: gold })).toEqual({ kind: 'redeemable' });
    expect(now(reward)).toEqual(refused);
    expect(now(reward, { who: { ...gold, tierId: 'base', segmentIds: ['big'] } })).toEqual(refused);
  });

  it.each([
    ['of which there never are any', { stock: 0 }, {}, { kind: 'outOfStock' }],
    [
      'of which there is none left',
      { stock: 1 },
      { stock: { points: 0, until: null } },
      { kind: 'outOfStock' },
    ],
    [
      'of which there is one left',
      { stock: 1 },
      { stock: { points: 1, until: null } },
      { kind: 'redeemable' },
    ],
    [
      'that was taken as often as may be, until then',
      {},
      { limit: { points: 0, until: 0 } },
      { kind: 'limitReached', until: '1970-01-01T00:00:00.000Z' },
    ],
    [
      'that was taken as often as may be, for ever',
      {},
      { limit: { points: 0, until: null } },
      { kind: 'limitReached', until: null },
    ],
    [
      'that was taken until the end of time',
      {},
      { limit: { points: 0, until: NEVER_AT } },
      { kind: 'limitReached', until: null },
    ],
    ['that may be taken once more', {}, { limit: { points: 1, until: 0 } }, { kind: 'redeemable' }],
  ])('%s', (_, reward, change, eligibility) => {
    expect(now(reward, change)).toEqual(eligibility);
  });

  const asks = { minimumBasket: { USD: 1000 }, minimumItems: 2 };
  const cart = { currency: 'USD', basketMinor: 1000, items: 2 };
  it.each([
    ['is just large enough', cart, { kind: 'redeemable' }],
    ['is larger', { ...cart, basketMinor: 1001, items: 3 }, { kind: 'redeemable' }],
    [
      'lacks a unit',
      { ...cart, basketMinor: 999 },
      { kind: 'cartRequirementsNotMet', missingMinor: 1, missingItems: 0 },
    ],
    [
      'lacks a piece',
      { ...cart, items: 1 },
      { kind: 'cartRequirementsNotMet', missingMinor: 0, missingItems: 1 },
    ],
    [
      'is in a currency of which nothing is asked',
      { ...cart, currency: 'EUR', basketMinor: 0 },
      { kind: 'redeemable' },
    ],
    ['is not known', null, { kind: 'redeemable' }],
  ])('whose cart %s', (_, known, eligibility) => {
    expect(now(asks, { cart: known })).toEqual(eligibility);
  });
});

it.each([
  ['in a currency it is not offered in', { fixed: 500 }, 500, 'EUR', undefined],
  ['at a fixed cost', { fixed: 500 }, 500, 'USD', 500],
  ['of one step', slider, 100, 'USD', 500],
  ['of four steps', slider, 400, 'USD', 2000],
] as const)('what points %s are worth', (...[, cost, points, currency, worth]) => {
  expect(worthOf(rewardOf(), cost, points, currency)).toBe(worth);
});

describe('the reward of an id', () => {
  const document = documentWith({ rewards: [rewardOf(), rewardOf({ id: 'off', enabled: false })] });
  it.each([
    ['off5', { reward: { id: 'off5' } }],
    ['off', { refused: { code: 'rewardNotAvailable' } }],
    ['gone', { refused: { code: 'unknownReward', detail: 'There is no reward "gone".' } }],
  ])('%s is found, or why it is not', (id, found) => {
    expect(findReward(document, id)).toMatchObject(found);
  });
});

describe('a redemption that is planned', () => {
  const plan = (
    reward: object,
    points: number | null,
    change: Partial<RedemptionContext> & { currency?: string } = {},
  ) => {
    const { currency = 'USD', ...standpoint } = change;
    const { refused, ...planned } = {
      refused: undefined,
      ...planRedemption(rewardOf({ ...reward }), { points, currency }, at(standpoint)),
    };
    return refused ?? planned;
  };

  it.each([
    ['what it costs, where nothing is asked', {}, null, { points: 500, valueMinor: 500 }],
    ['what it costs, where that is asked', {}, 500, { points: 500, valueMinor: 500 }],
    [
      'the least of a slider, where nothing is asked',
      { cost: slider },
      null,
      { points: 200, valueMinor: 1000 },
    ],
    ['the least of a slider', { cost: slider }, 200, { points: 200, valueMinor: 1000 }],
    ['a step of a slider', { cost: slider }, 300, { points: 300, valueMinor: 1500 }],
    ['the most of a slider', { cost: slider }, 400, { points: 400, valueMinor: 2000 }],
    [
      'without a value, of a kind that needs none',
      { kind: 'freeShipping', value: {} },
      null,
      { points: 500, valueMinor: 0 },
    ],
  ])('takes %s', (_, reward, points, planned) => {
    expect(plan(reward, points)).toMatchObject({ ...planned, currency: 'USD' });
  });

  const steps = 'Choose 200 to 400 points in steps of 100.';
  it.each([
    ['another cost than it has', {}, 499, 'This reward costs 500 points.'],
    ['less than the least of a slider', { cost: slider }, 100, steps],
    ['more than the most of a slider', { cost: slider }, 500, steps],
    ['what lies between two steps', { cost: slider }, 301, steps],
  ])('refuses %s', (_, reward, points, detail) => {
    expect(plan(reward, points)).toEqual({ code: 'rewardNotAvailable', detail });
  });

  it.each([
    'fixedDiscount',
    'variableDiscount',
    'productDiscount',
    'collectionDiscount',
    'giftCard',
    'donation',
  ])('refuses a reward of the kind %s in a currency it has no value in', (kind) => {
    const needs = { kind, productIds: ['p'], collectionIds: ['c'], cause: { en: 'Trees' } };
    const own =
      {
        productDiscount: ['productIds'],
        collectionDiscount: ['collectionIds'],
        donation: ['cause'],
      }[kind] ?? [];
    const reward = Object.fromEntries(
      Object.entries(needs).filter(([name]) => name === 'kind' || own.includes(name)),
    );
    expect(plan(reward, null, { currency: 'EUR' })).toMatchObject({
      detail: 'The reward has no value in EUR.',
    });
  });

  it.each([
    [
      'points',
      { available: 499 },
      {
        code: 'insufficientPoints',
        detail: 'This reward costs 500 points; 499 are available.',
        extra: { missing: 1 },
      },
    ],
    [
      'a turn',
      { limit: { points: 0, until: null } },
      {
        code: 'rewardLimitReached',
        detail: 'It was taken as often as one shopper may.',
        extra: { until: null },
      },
    ],
  ])('refuses who lacks %s', (_, change, refused) => {
    expect(plan({}, null, change)).toEqual(refused);
  });

  it('refuses who has the least of a slider and slid further', () => {
    expect(plan({ cost: slider }, 300, { available: 299 })).toEqual({
      code: 'insufficientPoints',
      detail: 'This reward costs 300 points; 299 are available.',
      extra: { missing: 1 },
    });
    expect(plan({ cost: slider }, 300, { available: 300 })).toMatchObject({ points: 300 });
  });
});
