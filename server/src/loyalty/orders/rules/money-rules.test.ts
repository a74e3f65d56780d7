import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRequest } from '@okaeri/shared/orders';
import { lineOf, orderOf } from '../../../testing/rule-inputs.ts';
import { readMoney, refundedInFull, type Counting, type OrderMoney } from './money-rules.ts';

const NET: Counting = { includeTax: false, includeShipping: false };

const read = (order: Partial<OrderRequest>, counting: Partial<Counting> = {}): OrderMoney =>
  readMoney(orderOf(order), { ...NET, ...counting });
const refundedOf = (money: OrderMoney): number[] =>
  money.parts.map(({ refundedMinor }) => refundedMinor);
const warningsOf = (money: OrderMoney): string[] =>
  money.warnings.map(
    ({ code, path, message }) => `${code} ${path} ${Number.parseInt(message, 10)}`,
  );
const ofLines = (...prices: number[]): Partial<OrderRequest> => ({
  lines: prices.map((priceMinor, index) =>
    lineOf(String.fromCodePoint(97 + index), { priceMinor }),
  ),
});

describe('what a line costs and counts', () => {
  it.each([
    ['beside its price, not counted', false, false, { grossMinor: 1100, countedMinor: 1000 }],
    ['beside its price, counted', false, true, { grossMinor: 1100, countedMinor: 1100 }],
    ['within its price, not counted', true, false, { grossMinor: 1000, countedMinor: 900 }],
    ['within its price, counted', true, true, { grossMinor: 1000, countedMinor: 1000 }],
  ])('with a tax %s', (_, taxesIncluded, includeTax, part) => {
    const money = read({ taxesIncluded, lines: [lineOf('a', { taxMinor: 100 })] }, { includeTax });
    expect(money.parts[0]).toEqual({ lineId: 'a', refundedMinor: 0, ...part });
  });

  it.each([
    ['of two pieces is twice the price', { quantity: 2 }, 2000],
    ['of no piece is nothing', { quantity: 0 }, 0],
    ['with a discount is less by it', { quantity: 2, discountMinor: 300 }, 1700],
    ['with a discount of all of it is nothing', { discountMinor: 1000 }, 0],
    ['with a discount of more is nothing', { discountMinor: 1001 }, 0],
  ])('%s', (_, change, grossMinor) => {
    const money = read({ lines: [lineOf('a', change)] });
    expect(money.parts[0]).toMatchObject({ grossMinor, countedMinor: grossMinor });
    expect(money.basisMinor).toEqual([grossMinor, 0]);
  });

  it('is nothing where its price contains more tax than it is', () => {
    const money = read({ taxesIncluded: true, lines: [lineOf('a', { taxMinor: 1001 })] });
    expect(money.parts[0]).toMatchObject({ grossMinor: 1000, countedMinor: 0 });
  });

  it('is nothing where it is out of scope, and then the shipping counts for nothing either', () => {
    const money = read(
      { ...ofLines(1000, 500), shippingMinor: 300 },
      { includeShipping: true, lineCounts: ({ id }) => id === 'b' },
    );
    expect(money.parts).toMatchObject([
      { grossMinor: 1000, countedMinor: 0 },
      { grossMinor: 500, countedMinor: 500 },
      { grossMinor: 300, countedMinor: 0 },
    ]);
  });

  it('stands in the order of ids, with the shipping last', () => {
    const lines = ['c', 'a', 'b'].map((id) => lineOf(id));
    expect(read({ lines }).parts.map(({ lineId }) => lineId)).toEqual(['a', 'b', 'c', null]);
  });
});

describe('what shipping costs and counts', () => {
  const shipping = { shippingMinor: 500, shippingTaxMinor: 50, refundedShippingMinor: 20 };
  it.each([
    ['is left out where the rule says so', {}, 550, 0],
    ['counts without its tax', { includeShipping: true }, 550, 500],
    ['counts with its tax', { includeShipping: true, includeTax: true }, 550, 550],
  ])('%s', (_, counting, grossMinor, countedMinor) => {
    expect(read(shipping, counting).parts[1]).toEqual({
      lineId: null,
      grossMinor,
      countedMinor,
      refundedMinor: 20,
    });
  });

  it('contains its tax where prices do', () => {
    const money = read({ ...shipping, taxesIncluded: true }, { includeShipping: true });
    expect(money.parts[1]).toMatchObject({ grossMinor: 500, countedMinor: 450 });
  });
});

describe('what was refunded', () => {
  const line = (refundedMinor: number, id = 'a') => lineOf(id, { refundedMinor });

  it.each([
    ['of a line is what it names', { lines: [line(400)] }, [400, 0], []],
    ['of all of a line is all of it', { lines: [line(1000)] }, [1000, 0], []],
    [
      'of a line beyond what it cost is what it cost, with a warning',
      { lines: [line(0, 'b'), line(1001)] },
      [1000, 0, 0],
      ['refundExceedsPaid lines[1].refundedMinor 1'],
    ],
    [
      'of the shipping beyond what it cost is what it cost, with a warning',
      { shippingMinor: 5, refundedShippingMinor: 7 },
      [0, 5],
      ['refundExceedsPaid refundedShippingMinor 2'],
    ],
  ])('%s', (_, order, refunded, warnings) => {
    const money = read(order);
    expect(refundedOf(money)).toEqual(refunded);
    expect(warningsOf(money)).toEqual(warnings);
  });

  it.each([
    ['falls on the lines by what is left of them', 30, [20, 10, 0], []],
    ['takes the lines before the shipping', 1500, [1000, 500, 0], []],
    ['takes from the shipping what the lines lack', 1501, [1000, 500, 1], []],
    ['takes all there is', 1800, [1000, 500, 300], []],
    [
      'beyond all there is is a warning',
      1801,
      [1000, 500, 300],
      ['refundExceedsPaid refundedOtherMinor 1'],
    ],
  ])('without a name %s', (_, refundedOtherMinor, refunded, warnings) => {
    const money = read({ ...ofLines(1000, 500), shippingMinor: 300, refundedOtherMinor });
    expect(refundedOf(money)).toEqual(refunded);
    expect(warningsOf(money)).toEqual(warnings);
  });

  it('without a name falls on what named refunds have left', () => {
    const lines = [line(900), line(0, 'b')];
    expect(refundedOf(read({ lines, refundedOtherMinor: 110 }))).toEqual([910, 100, 0]);
  });
});

describe('what vouchers paid', () => {
  const paid = (...amounts: number[]): Partial<OrderRequest> => ({
    voucherPayments: amounts.map((amountMinor, index) => ({ code: `v${index}`, amountMinor })),
  });

  it.each([
    ['nothing', paid(), [1000, 500, 0]],
    ['a part', paid(300), [800, 400, 0]],
    ['two parts', paid(300, 300), [600, 300, 0]],
    ['all', paid(1500), [0, 0, 0]],
  ])('lowers the basis in proportion: %s', (_, payments, basisMinor) => {
    expect(read({ ...ofLines(1000, 500), ...payments }).basisMinor).toEqual(basisMinor);
  });

  it('is of the whole order, so that what does not count bears its share', () => {
    const money = read({ ...ofLines(1000), shippingMinor: 1000, ...paid(1000) });
    expect(money.basisMinor).toEqual([500, 0]);
  });

  it('is rounded so that the basis is never too small', () => {
    expect(read({ ...ofLines(2), shippingMinor: 1, ...paid(1) }).basisMinor).toEqual([2, 0]);
  });

  it.each([
    ['as much as the order cost', 1000, []],
    ['more than the order cost', 1001, ['voucherPaymentsExceedTotal']],
  ])('%s: the basis is nothing', (_, amount, codes) => {
    const money = read({ ...ofLines(1000), ...paid(amount) });
    expect(money.basisMinor).toEqual([0, 0]);
    expect(money.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('more than the order cost warns beside other warnings', () => {
    const money = read({ lines: [lineOf('a', { refundedMinor: 1001 })], ...paid(1001) });
    expect(money.warnings.map(({ code }) => code)).toEqual([
      'refundExceedsPaid',
      'voucherPaymentsExceedTotal',
    ]);
  });

  it.each([
    ['nothing was refunded', 400, 0, [0, 0]],
    ['not all money was refunded', 400, 599, [599, 0]],
    ['all money was refunded', 400, 600, [1000, 0]],
    ['all of a single unit of money was refunded', 999, 1, [1000, 0]],
    ['there was no money to refund', 1000, 0, [0, 0]],
  ])('counts as refunded with the rest or not where %s', (_, voucher, refunded, parts) => {
    const lines = [lineOf('a', { refundedMinor: refunded })];
    expect(refundedOf(read({ lines, ...paid(voucher) }))).toEqual(parts);
  });
});

it.each([0, 1, 1000])('the basis of an order that cost %i is that', (priceMinor) => {
  expect(read(ofLines(priceMinor)).basisMinor).toEqual([priceMinor, 0]);
});

it('the basis of the parts sums up to what counts less the vouchers’ share of it', () => {
  const prices = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(prices, fc.nat(20_000), fc.nat(500), (lines, amountMinor, shippingMinor) => {
      const money = read({
        ...ofLines(...lines),
        shippingMinor,
        voucherPayments: [{ code: 'v', amountMinor }],
      });
      const counted = lines.reduce((sum, price) => sum + price, 0);
      const gross = counted + shippingMinor;
      const share = gross === 0 ? 0 : Math.floor((counted * Math.min(amountMinor, gross)) / gross);
      expect(money.basisMinor.reduce((sum, part) => sum + part, 0)).toBe(counted - share);
    }),
  );
});

describe('an order is refunded in full', () => {
  const line = (refundedMinor: number, change: object = {}) =>
    lineOf('a', { refundedMinor, ...change });
  it.each([
    ['not where nothing was refunded', {}, false],
    ['not where nothing was charged and nothing refunded', ofLines(0), false],
    ['not where one unit is left', { lines: [line(999)] }, false],
    ['where nothing is left', { lines: [line(1000)] }, true],
    ['where its only unit was refunded', { lines: [line(1, { priceMinor: 1 })] }, true],
    ['though the shipping was kept', { lines: [line(1000)], shippingMinor: 500 }, true],
    ['not where tax beside the price was kept', { lines: [line(1000, { taxMinor: 1 })] }, false],
    ['where tax beside the price came back', { lines: [line(1001, { taxMinor: 1 })] }, true],
    [
      'though the tax within the price is named',
      { taxesIncluded: true, lines: [line(1000, { taxMinor: 90 })] },
      true,
    ],
    [
      'where pieces less the discount came back',
      { lines: [line(1900, { quantity: 2, discountMinor: 100 })] },
      true,
    ],
    [
      'not where less came back than pieces less the discount',
      { lines: [line(1899, { quantity: 2, discountMinor: 100 })] },
      false,
    ],
    [
      'where it was free but for its tax',
      { lines: [line(5, { discountMinor: 1001, taxMinor: 5 })] },
      true,
    ],
    [
      'where the rest came back without a name',
      { lines: [line(400)], refundedOtherMinor: 600 },
      true,
    ],
    ['not where a unit of the rest lacks', { lines: [line(400)], refundedOtherMinor: 599 }, false],
    [
      'not where one line gave back more than it cost and another less',
      { lines: [line(1100), lineOf('b', { refundedMinor: 900 })] },
      false,
    ],
    [
      'where all that vouchers did not pay came back',
      { lines: [line(700)], voucherPayments: [{ code: 'v', amountMinor: 300 }] },
      true,
    ],
    [
      'not where a unit that vouchers did not pay was kept',
      {
        lines: [line(600)],
        voucherPayments: [
          { code: 'v', amountMinor: 300 },
          { code: 'w', amountMinor: 99 },
        ],
      },
      false,
    ],
  ] satisfies [string, Partial<OrderRequest>, boolean][])('%s', (_, order, full) => {
    expect(refundedInFull(orderOf(order))).toBe(full);
  });
});
