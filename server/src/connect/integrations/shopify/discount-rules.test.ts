import { describe, expect, it } from 'vitest';
import { reward, type Reward, type RewardKind } from '@okaeri/shared/rewards';
import { whyNoDiscount } from './discount-rules.ts';

const NO_BOUND = 'a code of Shopify has no bound to what a percentage takes off';
const ONE_MINIMUM = 'a code of Shopify has one minimum, of money or of pieces';

const WORTH: Readonly<Record<RewardKind, Readonly<Record<string, unknown>>>> = {
  fixedDiscount: { value: { USD: 500 } },
  variableDiscount: { value: { USD: 500 } },
  percentage: { percent: 20 },
  freeShipping: {},
  freeProduct: { productId: '17' },
  productDiscount: { value: { USD: 500 }, productIds: ['17'] },
  collectionDiscount: { value: { USD: 500 }, collectionIds: ['5'] },
  giftCard: { value: { USD: 500 } },
  donation: { value: { USD: 500 }, cause: { en: 'Trees' } },
  earlyAccess: { from: '2026-11-27T00:00:00Z' },
  event: { startsAt: '2026-11-27T00:00:00Z' },
  custom: {},
};

const rewardOf = (kind: RewardKind, change: Readonly<Record<string, unknown>> = {}): Reward =>
  reward.parse({
    id: 'r',
    enabled: true,
    name: { en: 'Something off' },
    cost: { fixed: 100 },
    validDays: 30,
    kind,
    ...WORTH[kind],
    ...change,
  });

describe('why Shopify can have no code for a reward', () => {
  it.each([
    'fixedDiscount',
    'variableDiscount',
    'percentage',
    'freeShipping',
    'freeProduct',
    'productDiscount',
    'collectionDiscount',
  ] as const)('is undefined for the kind %s, which carts know', (kind) => {
    expect(whyNoDiscount(rewardOf(kind))).toBeUndefined();
  });

  it.each(['giftCard', 'donation', 'earlyAccess', 'event', 'custom'] as const)(
    'names the kind %s, which no cart knows',
    (kind) => {
      expect(whyNoDiscount(rewardOf(kind))).toBe(
        `Shopify has no codes for a reward of kind ${kind}`,
      );
    },
  );

  it.each([
    ['no greatest value', {}, undefined],
    ['a greatest value', { value: { USD: 1000 } }, NO_BOUND],
    ['a greatest value and both minimums', { value: { USD: 1 }, ...both(1) }, NO_BOUND],
  ])('for a percentage with %s (%j) is %s', (_what, change, why) => {
    expect(whyNoDiscount(rewardOf('percentage', change))).toBe(why);
  });

  it.each([
    ['none', { minimumItems: 0, minimumBasket: {} }, undefined],
    ['money alone', { minimumItems: 0, minimumBasket: { USD: 1000 } }, undefined],
    ['pieces alone', { minimumItems: 2, minimumBasket: {} }, undefined],
    ['one piece and money', both(1), ONE_MINIMUM],
    ['pieces and money', both(2), ONE_MINIMUM],
  ])('for a discount with a minimum of %s (%j) is %s', (_what, change, why) => {
    expect(whyNoDiscount(rewardOf('fixedDiscount', change))).toBe(why);
  });
});

function both(minimumItems: number): Readonly<Record<string, unknown>> {
  return { minimumItems, minimumBasket: { USD: 1000 } };
}
