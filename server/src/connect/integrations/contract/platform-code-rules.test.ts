import { describe, expect, it } from 'vitest';
import { reward, type Reward } from '@okaeri/shared/rewards';
import { whyNoDiscount } from '../shopify/discount-rules.ts';
import { whyNoCoupon } from '../woocommerce/coupon-rules.ts';
import { hasPlatformCodes, isBoundedPercentage } from './platform-code-rules.ts';

const aReward = (change: Readonly<Record<string, unknown>>): Reward =>
  reward.parse({
    id: 'r',
    enabled: true,
    name: { en: 'Something off' },
    cost: { fixed: 100 },
    value: { USD: 500 },
    validDays: 30,
    ...change,
  });

const NO_CODES = /no (?:codes|coupons) for a reward/;
const NO_BOUND = /no bound/;
const ONE_MINIMUM = /one minimum/;
const NO_PIECES = /least number of pieces/;
const NO_IDS = /ids that are none of WooCommerce/;

it('a platform has codes for what a cart can take off, and for nothing else', () => {
  expect(hasPlatformCodes('freeShipping')).toBe(true);
  for (const kind of ['giftCard', 'donation', 'custom'] as const)
    expect(hasPlatformCodes(kind)).toBe(false);
});

it('only a percentage with a greatest value is bounded', () => {
  const percentage = { kind: 'percentage', percent: 20 };
  expect(isBoundedPercentage(aReward({ ...percentage, value: {} }))).toBe(false);
  expect(isBoundedPercentage(aReward(percentage))).toBe(true);
  expect(isBoundedPercentage(aReward({ kind: 'fixedDiscount' }))).toBe(false);
});

describe('why a platform can have no code for a reward', () => {
  const two = { minimumItems: 2, minimumBasket: { USD: 1000 } };
  it.each([
    [{ kind: 'fixedDiscount' }, undefined, undefined],
    [{ kind: 'giftCard' }, NO_CODES, NO_CODES],
    [{ kind: 'percentage', percent: 20 }, NO_BOUND, NO_BOUND],
    [{ kind: 'percentage', percent: 20, value: {} }, undefined, undefined],
    [{ kind: 'fixedDiscount', minimumBasket: { USD: 1000 } }, undefined, undefined],
    [{ kind: 'fixedDiscount', minimumItems: 2 }, undefined, NO_PIECES],
    [{ kind: 'fixedDiscount', ...two }, ONE_MINIMUM, NO_PIECES],
    [{ kind: 'freeProduct', productId: '17' }, undefined, undefined],
    [{ kind: 'freeProduct', productId: 'mug' }, undefined, NO_IDS],
    [{ kind: 'productDiscount', productIds: ['17', 'mug'] }, undefined, NO_IDS],
    [{ kind: 'collectionDiscount', collectionIds: ['0'] }, undefined, NO_IDS],
  ])('of %j, at Shopify %s, at WooCommerce %s', (change, atShopify, atWooCommerce) => {
    const one = aReward(change);
    for (const [why, wanted] of [
      [whyNoDiscount(one), atShopify],
      [whyNoCoupon(one), atWooCommerce],
    ] as const)
      if (wanted === undefined) expect(why).toBeUndefined();
      else expect(why).toMatch(wanted);
  });
});
