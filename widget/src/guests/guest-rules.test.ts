import type { EarningRule } from '@okaeri/shared/earning';
import { expect, test } from 'vitest';
import { exampleOf, friendGiftOf } from './guest-rules.ts';

const order = (amountMinor: number, more: object = {}): EarningRule =>
  // As much of a rule as the example asks for.
  ({
    on: 'order',
    scope: {},
    conditions: {},
    points: { per: { JPY: { amountMinor, points: 1 } } },
    ...more,
  }) as unknown as EarningRule;

const with_ = (...earning: EarningRule[]) => ({ earning, currency: 'JPY', pointValueMinor: 1 });

test('an example is told with an amount that says something, and its points are exact', () => {
  expect(exampleOf(with_(order(20)))).toEqual({ spentMinor: 100, points: 5, worthMinor: 5 });
  expect(exampleOf(with_(order(30)))).toEqual({ spentMinor: 120, points: 4, worthMinor: 4 });
  expect(exampleOf(with_(order(500)))).toEqual({ spentMinor: 500, points: 1, worthMinor: 1 });
});

test('a rule for some goods, or for the first order alone, is no example', () => {
  const some = order(10, { scope: { tags: ['refill'] } });
  const first = order(10, { conditions: { firstOrder: true } });
  expect(exampleOf(with_(some, first))).toBeNull();
  expect(exampleOf(with_(some, order(20)))).toMatchObject({ spentMinor: 100 });
});

test('a friend who comes with a code gets what the programme says, if it has recommendations', () => {
  const rule = { on: 'referral', friendPoints: 200, minimumBasket: { JPY: 3000 } };
  expect(friendGiftOf(with_(rule as unknown as EarningRule))).toEqual({
    points: 200,
    fromMinor: 3000,
  });
  expect(friendGiftOf(with_(order(20)))).toBeNull();
});
