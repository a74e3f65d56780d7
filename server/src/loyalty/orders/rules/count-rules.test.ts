import { describe, expect, it } from 'vitest';
import type { OrderRequest } from '@okaeri/shared/orders';
import { documentWith, lineOf, orderOf, orderRuleOf } from '../../../testing/rule-inputs.ts';
import { countsOfOrder } from './count-rules.ts';

type Terms = Parameters<typeof countsOfOrder>[1];

const terms = (change: Partial<Terms> = {}): Terms => ({
  document: documentWith(),
  programVersion: 1,
  who: { tierId: null, segmentIds: [], first: true },
  toShopRate: null,
  campaignTimes: [],
  ...change,
});
const NOTHING = { countsPoints: false, spendMinor: 0, orders: 0 };

describe('an order counts for tiers', () => {
  it.each([
    ['unpaid', { paymentStatus: 'unpaid' }],
    ['partly paid', { paymentStatus: 'partiallyPaid' }],
    ['voided', { paymentStatus: 'voided' }],
    ['cancelled though paid', { cancelledAt: '2026-03-11T00:00:00Z' }],
  ] as const)('nothing while it is %s', (_, order) => {
    expect(countsOfOrder(orderOf(order), terms())).toEqual(NOTHING);
  });

  it('its points, its money and one order once it is paid', () => {
    expect(countsOfOrder(orderOf(), terms())).toEqual({
      countsPoints: true,
      spendMinor: 1000,
      orders: 1,
    });
  });

  it.each([
    ['a free one', { lines: [lineOf('a', { priceMinor: 0 })] }, 0, 0],
    ['one of a single unit', { lines: [lineOf('a', { priceMinor: 1 })] }, 1, 1],
    ['one that was sent back in part', { lines: [lineOf('a', { refundedMinor: 1 })] }, 999, 1],
    [
      'one that was sent back but for a unit',
      { lines: [lineOf('a', { refundedMinor: 999 })] },
      1,
      1,
    ],
    ['one that was sent back', { lines: [lineOf('a', { refundedMinor: 1000 })] }, 0, 0],
    [
      'two lines of which one was sent back',
      { lines: [lineOf('a'), lineOf('b', { refundedMinor: 1000 })] },
      1000,
      1,
    ],
    ['one with shipping, which does not count', { shippingMinor: 500 }, 1000, 1],
    [
      'one that a voucher paid in part',
      { voucherPayments: [{ code: 'v', amountMinor: 300 }] },
      700,
      1,
    ],
    [
      'one of which what money bought was sent back by a third, rounded down',
      {
        lines: [lineOf('a', { priceMinor: 100, taxMinor: 50, refundedMinor: 49 })],
      },
      67,
      1,
    ],
  ] satisfies [string, Partial<OrderRequest>, number, number][])(
    '%s counts its money that was kept',
    (_, order, spendMinor, orders) => {
      expect(countsOfOrder(orderOf(order), terms())).toEqual({
        countsPoints: true,
        spendMinor,
        orders,
      });
    },
  );
});

describe('the tax of an order counts for tiers', () => {
  const order = orderOf({ lines: [lineOf('a', { taxMinor: 100 })] });
  it.each([
    [
      'as the first rule on orders says: not',
      [orderRuleOf(), orderRuleOf({ id: 'b', includeTax: true })],
      1000,
    ],
    ['as the first rule on orders says: it does', [orderRuleOf({ includeTax: true })], 1100],
    ['where no rule is on orders', [], 1100],
  ])('%s', (_, earning, spendMinor) => {
    const document = documentWith({ earning });
    expect(countsOfOrder(order, terms({ document })).spendMinor).toBe(spendMinor);
  });
});

describe('money of another currency counts', () => {
  const order = orderOf({ currency: 'EUR' });
  const rated = documentWith({ rates: { EUR: '1.5' } });
  it.each([
    ['by the rate kept with the order', { document: rated, toShopRate: '1.25' }, 1250],
    ['else by the programme’s rate', { document: rated }, 1500],
    ['else as nothing', {}, 0],
  ])('%s', (_, change, spendMinor) => {
    expect(countsOfOrder(order, terms(change))).toEqual({
      countsPoints: true,
      spendMinor,
      orders: 1,
    });
  });

  it('by no rate where it is the programme’s own', () => {
    expect(countsOfOrder(orderOf(), terms({ toShopRate: '2' })).spendMinor).toBe(1000);
  });
});
