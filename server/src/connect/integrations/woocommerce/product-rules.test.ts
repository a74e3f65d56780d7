import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { SAMPLE_PRODUCT } from '../../../testing/woocommerce-orders.ts';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import {
  productPayload,
  readGoneProduct,
  readProduct,
  readProductMessage,
} from './product-rules.ts';

const eventOf = (change: object, canAsk = false) =>
  readProductMessage({ ...SAMPLE_PRODUCT, ...change }, canAsk, 'USD');
const read = (change: object) => {
  const event = eventOf(change);
  return event.kind === 'product' ? event.snapshot.state : undefined;
};

describe('a product of WooCommerce’s', () => {
  it('is read out of the documented message', () => {
    expect(eventOf({})).toEqual({
      kind: 'product',
      snapshot: {
        productId: '794',
        leftOut: [],
        state: {
          updatedAt: '2017-03-23T20:01:14.000Z',
          title: { und: 'Premium Quality' },
          url: 'https://example.com/product/premium-quality-19/',
          imageUrl: 'https://example.com/wp-content/uploads/2017/03/T_2_front-4.jpg',
          prices: { USD: 2199 },
          available: true,
          quantityMax: null,
          markets: [],
          tags: [],
          collectionIds: ['9', '14'],
          publishedAt: '2017-03-23T20:01:14.000Z',
          variants: [],
        },
      },
    });
  });

  it.each([
    ['is in stock', {}, true],
    ['can be ordered in advance', { stock_status: 'onbackorder' }, true],
    ['is out of stock', { stock_status: 'outofstock' }, false],
    ['is sold elsewhere', { purchasable: false }, false],
    ['is a draft', { status: 'draft' }, false],
    ['is private', { status: 'private' }, false],
  ])('that %s can be bought or not', (_, change, available) => {
    expect(read(change)?.available).toBe(available);
  });

  it('that nobody may see yet has no address, and no price where it has none', () => {
    expect(read({ status: 'draft', price: '' })).toMatchObject({
      url: null,
      publishedAt: null,
      prices: {},
    });
    expect(read({ sold_individually: true, tags: [{ id: 1, name: 'tea' }] })).toMatchObject({
      quantityMax: 1,
      tags: ['tea'],
    });
  });

  it('has the variations that were asked for, else those that are named', () => {
    expect(read({ variations: [7] })?.variants).toEqual([{ id: '7', available: true, prices: {} }]);
    const variations = [
      { id: '7', price: '5.00', stock_status: 'instock' },
      { id: '8', price: '6.00', stock_status: 'outofstock' },
      { id: '9', price: '', status: 'private' },
    ];
    const payload = productPayload.parse({ ...SAMPLE_PRODUCT, variations: [7, 8, 9] });
    expect(readProduct(payload, { currency: 'USD', variations }).state.variants).toEqual([
      { id: '7', available: true, prices: { USD: 500 } },
      { id: '8', available: false, prices: { USD: 600 } },
      { id: '9', available: false, prices: {} },
    ]);
    const many = Array.from({ length: LIMITS.variantsPerProductMax + 1 }, (_, id) => id + 1);
    expect(read({ variations: many })?.variants).toHaveLength(LIMITS.variantsPerProductMax);
  });

  it.each([
    ['with variations, where it can be asked', { variations: [7] }, true, 'productLook'],
    ['with variations, where it cannot be', { variations: [7] }, false, 'product'],
    ['of which one variation is told', { parent_id: 12 }, false, 'productLook'],
    ['in the bin', { status: 'trash' }, false, 'productGone'],
    ['that was only begun', { name: ' ' }, false, 'ignored'],
  ])('%s is news of a kind', (_, change, canAsk, kind) => {
    expect(eventOf(change, canAsk).kind).toBe(kind);
  });

  it('is gone by its id, and cannot be read without one', () => {
    expect(readGoneProduct({ id: 5 })).toEqual({ kind: 'productGone', productId: '5' });
    expect(() => readGoneProduct({})).toThrow(UnreadableMessageError);
  });
});
