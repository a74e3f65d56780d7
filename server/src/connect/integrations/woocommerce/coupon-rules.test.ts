import { describe, expect, it } from 'vitest';
import { reward, type Reward } from '@okaeri/shared/rewards';
import { couponIds, whyNoCoupon } from './coupon-rules.ts';

const NO_BOUND = 'a coupon of WooCommerce has no bound to what a percentage takes off';
const NO_PIECES = 'a coupon of WooCommerce knows no least number of pieces in the cart';
const NO_IDS = 'it names goods by ids that are none of WooCommerce';

const rewardOf = (change: Readonly<Record<string, unknown>>): Reward =>
  reward.parse({
    id: 'r',
    enabled: true,
    name: { en: 'Something off' },
    cost: { fixed: 100 },
    value: { USD: 500 },
    validDays: 30,
    ...change,
  });

describe('why WooCommerce can have no coupon for a reward', () => {
  it.each([
    [{ kind: 'fixedDiscount' }, undefined],
    [{ kind: 'variableDiscount' }, undefined],
    [{ kind: 'freeShipping' }, undefined],
    [{ kind: 'giftCard' }, 'WooCommerce has no coupons for a reward of kind giftCard'],
    [{ kind: 'custom' }, 'WooCommerce has no coupons for a reward of kind custom'],
    // The reason that nothing can mend comes first.
    [
      { kind: 'giftCard', minimumItems: 2 },
      'WooCommerce has no coupons for a reward of kind giftCard',
    ],
    [{ kind: 'percentage', percent: 20, value: {} }, undefined],
    [{ kind: 'percentage', percent: 20 }, NO_BOUND],
    [{ kind: 'fixedDiscount', minimumBasket: { USD: 1000 } }, undefined],
    [{ kind: 'fixedDiscount', minimumItems: 1 }, NO_PIECES],
    [{ kind: 'fixedDiscount', minimumItems: 2 }, NO_PIECES],
    [{ kind: 'freeProduct', productId: '17' }, undefined],
    [{ kind: 'freeProduct', productId: 'mug' }, NO_IDS],
    [{ kind: 'productDiscount', productIds: ['17', '18'] }, undefined],
    [{ kind: 'productDiscount', productIds: ['mug', '18'] }, NO_IDS],
    [{ kind: 'productDiscount', productIds: ['17', 'mug'] }, NO_IDS],
    [{ kind: 'collectionDiscount', collectionIds: ['5'] }, undefined],
    [{ kind: 'collectionDiscount', collectionIds: ['5', '0'] }, NO_IDS],
  ])('of %j is: %s', (change, why) => {
    expect(whyNoCoupon(rewardOf(change))).toBe(why);
  });
});

it.each([
  [[], []],
  [['1'], [1]],
  [
    ['17', '18'],
    [17, 18],
  ],
  [['0', '-1'], []],
  [['1.5', 'mug', '', '17'], [17]],
  // The largest number that is counted exactly, and the next.
  [['9007199254740991', '9007199254740992'], [9_007_199_254_740_991]],
])('of the ids %j WooCommerce can have %j', (ids, coupons) => {
  expect(couponIds(ids)).toEqual(coupons);
});
