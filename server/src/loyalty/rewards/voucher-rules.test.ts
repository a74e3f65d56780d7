import { describe, expect, it } from 'vitest';
import { rewardOf } from '../../testing/rule-inputs.ts';
import { answerOf, INVALID, remainingOf, voucherProblem, withUse } from './voucher-rules.ts';

type Facts = Parameters<typeof voucherProblem>[0];

const giftCard = rewardOf({ kind: 'giftCard' });

describe('what is left of a voucher', () => {
  it.each([
    ['is all of it at first', [], 500],
    ['is what orders have not used', [100, 399], 1],
    ['is nothing once it is used', [500], 0],
    ['is never below nothing', [501], 0],
  ])('%s', (_, amounts, left) => {
    const uses = amounts.map((amountMinor, index) => ({ orderId: `o${index}`, amountMinor }));
    expect(remainingOf(500, uses)).toBe(left);
  });
});

describe('why a checkout must not take a voucher', () => {
  const NOW = 100;
  const voucher: Facts = {
    state: 'issued',
    expireAt: NOW + 1,
    currency: 'USD',
    remainingMinor: 500,
    externalShopperId: 'ada',
    minimumBasketMinor: 1000,
    reward: rewardOf(),
  };
  const basket = { currency: 'USD', basketMinor: 1000, shopperId: 'ada' };
  const problem = (
    change: Partial<Facts>,
    cart: Partial<typeof basket> | { shopperId: null } = {},
  ) => voucherProblem({ ...voucher, ...change }, { ...basket, ...cart }, NOW);

  it('is none where all is well', () => {
    expect(problem({})).toBeNull();
  });

  it.each([
    ['held', 'notIssued'],
    ['used', 'used'],
    ['expired', 'expired'],
    ['released', 'released'],
    ['releasing', 'released'],
  ] as const)('is its state where it is %s', (state, reason) => {
    expect(problem({ state })).toBe(reason);
  });

  it.each([
    ['nothing is left', giftCard, 0, 'used'],
    ['a unit is left', giftCard, 1, null],
    ['a unit is left and it is no gift card', rewardOf(), 1, 'used'],
    ['its reward is gone', undefined, 1, 'used'],
  ] as const)('is that it was used, or not, where %s', (_, reward, remainingMinor, reason) => {
    expect(problem({ state: 'used', reward, remainingMinor })).toBe(reason);
  });

  it.each([
    ['its end is now', { expireAt: NOW }, {}, 'expired'],
    ['the cart is in another currency', {}, { currency: 'EUR' }, 'otherCurrency'],
    ['the cart is another shopper’s', {}, { shopperId: 'bea' }, 'otherShopper'],
    [
      'it is of somebody who is not known by an id',
      { externalShopperId: null },
      {},
      'otherShopper',
    ],
    ['nobody says whose cart it is', {}, { shopperId: null }, null],
    ['the cart is a unit too small', {}, { basketMinor: 999 }, 'basketTooSmall'],
    ['the cart is just large enough', {}, { basketMinor: 1000 }, null],
  ] as const)('is named where %s', (_, change, cart, reason) => {
    expect(problem(change, cart)).toBe(reason);
  });
});

describe('the answer to a checkout', () => {
  it('of a code nobody knows is that it is not valid', () => {
    expect(INVALID).toEqual({
      valid: false,
      kind: null,
      valueMinor: 0,
      percent: null,
      productIds: [],
      collectionIds: [],
      combinable: true,
      reason: 'unknown',
    });
  });

  const plain = { ...INVALID, valid: true, kind: 'fixedDiscount', valueMinor: 500, reason: null };
  it.each([
    ['a reward that is gone', undefined, {}],
    ['an amount off', rewardOf(), {}],
    ['an amount off that stands alone', rewardOf({ combinable: false }), { combinable: false }],
    [
      'a part off',
      rewardOf({ kind: 'percentage', percent: 10 }),
      { kind: 'percentage', percent: 10 },
    ],
    [
      'a free product',
      rewardOf({ kind: 'freeProduct', productId: 'p' }),
      { kind: 'freeProduct', productIds: ['p'] },
    ],
    [
      'an amount off products',
      rewardOf({ kind: 'productDiscount', productIds: ['p', 'q'] }),
      { kind: 'productDiscount', productIds: ['p', 'q'] },
    ],
    [
      'an amount off collections',
      rewardOf({ kind: 'collectionDiscount', collectionIds: ['c'] }),
      { kind: 'collectionDiscount', collectionIds: ['c'] },
    ],
  ])('of %s is what it does', (_, reward, answer) => {
    expect(answerOf(reward, 500)).toEqual({ ...plain, ...answer });
  });
});

describe('the uses of a voucher', () => {
  const mine = { orderId: 'o1', amountMinor: 200 };
  const theirs = { orderId: 'o2', amountMinor: 300 };

  it.each([
    [
      'that no order took are all of it by the one that does',
      [],
      null,
      [{ orderId: 'o1', amountMinor: 500 }],
    ],
    ['that this order took are the same again', [mine], 1, [{ orderId: 'o1', amountMinor: 500 }]],
    ['that another order took are not given to this', [theirs], null, undefined],
  ])('%s', (_, uses, amountMinor, after) => {
    expect(
      withUse({ kind: 'fixedDiscount', valueMinor: 500, uses }, { orderId: 'o1', amountMinor }),
    ).toEqual(after);
  });

  const of = (amountMinor: number) => [{ orderId: 'o1', amountMinor }];
  it.each([
    ['as much as it says', [], 200, of(200)],
    ['all there is where it says nothing', [], null, of(500)],
    ['all there is', [], 500, of(500)],
    ['not a unit more', [], 501, undefined],
    ['what others have left', [theirs], null, [theirs, ...of(200)]],
    ['not a unit more than others have left', [theirs], 201, undefined],
    ['anew what it took before', [mine, theirs], 100, [theirs, ...of(100)]],
    ['not where others have left nothing', [{ ...theirs, amountMinor: 500 }], 0, undefined],
    [
      'the last unit others have left',
      [{ ...theirs, amountMinor: 499 }],
      null,
      [{ ...theirs, amountMinor: 499 }, ...of(1)],
    ],
    ['nothing where it says so', [], 0, of(0)],
  ])('of a gift card: an order takes %s', (_, uses, amountMinor, after) => {
    expect(
      withUse({ kind: 'giftCard', valueMinor: 500, uses }, { orderId: 'o1', amountMinor }),
    ).toEqual(after);
  });

  it('of a gift card without a value are one of nothing', () => {
    expect(
      withUse({ kind: 'giftCard', valueMinor: 0, uses: [] }, { orderId: 'o1', amountMinor: null }),
    ).toEqual(of(0));
  });
});
