import { describe, expect, it } from 'vitest';
import { orderOf, type LineWish } from '../../../testing/shopify-payloads.ts';
import { earns, lineOf, netOf } from './line-rules.ts';
import { purseOf } from './money-rules.ts';
import { orderPayload } from './payload-rules.ts';

const read = (wish: Omit<LineWish, 'id'>) => {
  const order = orderPayload.parse(orderOf([{ id: 1, ...wish }]));
  const [line] = order.line_items;
  if (line === undefined) throw new Error('There is a line.');
  return { line, purse: purseOf(order, 'shop') };
};

describe('a line of an order at Shopify', () => {
  it('earns, but for gift cards and tips', () => {
    expect(earns(read({ price: '5.00' }).line)).toBe(true);
    for (const extra of [{ gift_card: true }, { tip: {} }, { tip_payment_gateway: 'bogus' }])
      expect(earns(read({ price: '5.00', extra }).line)).toBe(false);
  });

  it('takes what falls on it of the order’s discounts, else its own discount', () => {
    const allocated = read({ price: '5.00', discount: '1.25', extra: { total_discount: '9.00' } });
    expect(lineOf(allocated.line, allocated.purse).discountMinor).toBe(125);
    const own = read({ price: '5.00', extra: { total_discount: '0.75' } });
    expect(lineOf(own.line, own.purse).discountMinor).toBe(75);
  });

  it('was paid for with no less than nothing, and names a product of its own where it has none', () => {
    const free = read({ price: '5.00', quantity: 2, discount: '12.00', tax: '0.40' });
    expect(netOf(free.line, free.purse)).toEqual({ netMinor: 0, taxMinor: 40 });
    const custom = read({ price: '5.00', extra: { product_id: null, variant_id: null } });
    expect(lineOf(custom.line, custom.purse)).toMatchObject({
      productId: 'custom',
      variantId: null,
    });
  });
});
