import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { linesOf, minorOf } from './line-rules.ts';
import { orderPayload } from './payload-rules.ts';

type Extra = Readonly<Record<string, unknown>>;

const orderOf = (line_items: readonly Extra[], extra: Extra = {}) =>
  orderPayload.parse({
    id: 1,
    status: 'processing',
    currency: 'USD',
    date_created_gmt: '2026-11-01T10:00:00',
    date_modified_gmt: '2026-11-01T10:00:00',
    customer_id: 7,
    line_items: line_items.map((line, index) => ({
      id: index + 1,
      name: 'Tea',
      product_id: 93,
      variation_id: 0,
      quantity: 1,
      subtotal: line['total'],
      total_tax: '0.00',
      ...line,
    })),
    ...extra,
  });
const read = (...of: Parameters<typeof orderOf>) => linesOf(orderOf(...of));
/** What was paid for each line, and its tax. */
const paid = (...of: Parameters<typeof orderOf>) =>
  read(...of).map(({ priceMinor, quantity, discountMinor, taxMinor }) => [
    priceMinor * quantity - discountMinor,
    taxMinor,
  ]);

it.each([
  [null, 'USD', 0],
  [undefined, 'USD', 0],
  ['0', 'USD', 0],
  ['-0.00', 'USD', 0],
  ['0.01', 'USD', 1],
  ['-12.50', 'USD', -1250],
  // Finer than the currency has: a half goes away from zero.
  ['0.005', 'USD', 1],
  ['0.0049', 'USD', 0],
  ['1500', 'JPY', 1500],
])('the amount %j in %s is %i minor units', (text, currency, minor) => {
  expect(minorOf(text, currency)).toBe(minor);
});

it.each(['', 'ten', '1,000.00', '1e3', '1.'])('the amount "%s" is refused as none', (text) => {
  expect(() => minorOf(text, 'USD')).toThrow(UnreadableMessageError);
  expect(() => minorOf(text, 'USD')).toThrow(`"${text}" is no amount of money`);
});

describe('a line of an order of WooCommerce', () => {
  it('is read with its product, its variant and its title', () => {
    const line = { id: 8, product_id: 93, variation_id: 12, quantity: 2, total: '10.00' };
    expect(read([line])).toEqual([
      {
        id: '8',
        productId: '93',
        variantId: '12',
        title: 'Tea',
        quantity: 2,
        priceMinor: 500,
        discountMinor: 0,
        taxMinor: 0,
      },
    ]);
  });

  it.each([
    [0, 0],
    ['0', '0'],
    [null, null],
    [undefined, undefined],
  ])('names a product of its own for %s, and no variant for %s', (product_id, variation_id) => {
    const line = { total: '1.00', product_id, variation_id, name: ' ' };
    expect(read([line])).toMatchObject([{ productId: 'custom', variantId: null, title: null }]);
  });

  it('may cost nothing', () => {
    expect(read([{ total: '0.00' }])).toMatchObject([{ priceMinor: 0, discountMinor: 0 }]);
  });

  it.each([
    [0, 1],
    [1, 1],
    [3, 3],
    // Sold by weight: one piece of what was paid.
    [0.5, 1],
    [2.5, 1],
  ])('of the quantity %s has %i pieces, and its money', (quantity, pieces) => {
    const line = { quantity, total: '9.00' };
    expect(read([line])).toMatchObject([{ quantity: pieces, priceMinor: 900 / pieces }]);
    expect(paid([line])).toEqual([[900, 0]]);
  });

  it.each([
    ['a discount', '10.00', '7.00', 2, 500, 300],
    ['a price that does not divide', '10.00', '10.00', 3, 334, 2],
    ['a total above its price', '5.00', '6.00', 1, 600, 0],
    ['nothing to pay', '5.00', '0.00', 1, 500, 500],
    ['a price below zero and nothing to pay', '-5.00', '0.00', 1, 0, 0],
  ])('with %s has a price rounded up, less a discount', (...row) => {
    const [, subtotal, total, quantity, priceMinor, discountMinor] = row;
    expect(read([{ subtotal, total, quantity }])).toMatchObject([{ priceMinor, discountMinor }]);
  });

  it('has its tax, and none where it is below zero or missing', () => {
    const taxes = ['1.23', '-1.23', null].map((total_tax) => ({ total: '0.00', total_tax }));
    expect(read(taxes.slice(0, 1)).map(({ taxMinor }) => taxMinor)).toEqual([123]);
    expect(read(taxes.slice(1, 2)).map(({ taxMinor }) => taxMinor)).toEqual([0]);
    expect(read(taxes.slice(2)).map(({ taxMinor }) => taxMinor)).toEqual([0]);
  });
});

describe('what is below zero in an order of WooCommerce', () => {
  it('is no line itself, and takes its money and its tax off the others in proportion', () => {
    const lines = [
      { total: '60.00', total_tax: '6.00' },
      { total: '30.00', total_tax: '3.00' },
      { total: '-9.00', total_tax: '-0.90' },
    ];
    expect(paid(lines)).toEqual([
      [5400, 540],
      [2700, 270],
    ]);
  });

  it('is taken off whether it is a line or a fee', () => {
    const fee_lines = [{ total: '-10.00', total_tax: '-1.00' }];
    const lines = [
      { total: '100.00', total_tax: '10.00' },
      { total: '-20.00', total_tax: '-2.00' },
    ];
    expect(paid(lines, { fee_lines })).toEqual([[7000, 700]]);
  });

  it('takes off no more than there is, and nothing where there is nothing', () => {
    expect(paid([{ total: '5.00', total_tax: '0.50' }, { total: '-5.00' }])).toEqual([[0, 50]]);
    expect(paid([{ total: '5.00' }, { total: '-5.01' }])).toEqual([[0, 0]]);
    expect(paid([{ total: '0.00' }, { total: '-1.00', total_tax: '-0.10' }])).toEqual([[0, 0]]);
    expect(paid([{ total: '0.01' }, { total: '-0.01' }])).toEqual([[0, 0]]);
    expect(paid([{ total: '-1.00' }])).toEqual([]);
    expect(paid([])).toEqual([]);
  });

  it('counts apart from what a fee adds, which takes nothing and gives nothing', () => {
    const fee_lines = [{ total: '15.00', total_tax: '1.50' }, { total: '-1.00' }];
    expect(paid([{ total: '10.00', total_tax: '1.00' }], { fee_lines })).toEqual([[900, 100]]);
  });

  it('leaves of every order what was charged for its goods, to the minor unit', () => {
    const cents = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), (totals) => {
        const lines = totals.map((minor) => ({ total: (minor / 100).toFixed(2), quantity: 3 }));
        const sum = paid(lines).reduce((all, [net = 0]) => all + net, 0);
        const charged = totals.reduce((all, one) => all + one, 0);
        expect(sum).toBe(Math.max(0, charged));
      }),
    );
  });
});
