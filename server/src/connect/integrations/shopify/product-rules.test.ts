import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { parseExactly } from '../../../platform/lib/exact-json.ts';
import { sampleText } from '../../../testing/shopify-payloads.ts';
import { UnreadableMessageError } from '../contract/platform-event-rules.ts';
import { readGoneProduct, readProductMessage } from './product-rules.ts';

const PLACE = { address: 'okaeri-test.myshopify.com', currency: 'USD' };
const SAMPLE = parseExactly(sampleText('products-create')) as Record<string, unknown>;
const aVariant = (change: object = {}): object => ({
  id: 1,
  price: '5.00',
  inventory_policy: 'deny',
  inventory_quantity: 1,
  ...change,
});
const read = (change: object, place = PLACE) => {
  const event = readProductMessage({ ...SAMPLE, ...change }, place);
  return event.kind === 'product' ? event.snapshot.state : undefined;
};

describe('a product of Shopify’s', () => {
  it('is read out of the documented message, with ids beyond what JavaScript counts', () => {
    expect(readProductMessage(SAMPLE, PLACE)).toEqual({
      kind: 'product',
      snapshot: {
        productId: '788032119674292922',
        leftOut: [],
        state: {
          updatedAt: '2022-01-01T00:00:00.000Z',
          title: { und: 'Example T-Shirt' },
          url: 'https://okaeri-test.myshopify.com/products/example-t-shirt',
          imageUrl: null,
          prices: { USD: 1999 },
          available: true,
          markets: [],
          tags: ['example', 'mens', 't-shirt'],
          collectionIds: [],
          publishedAt: '2022-01-01T00:00:00.000Z',
          variants: ['642667041472713922', '757650484644203962'].map((id) => ({
            id,
            available: true,
            prices: { USD: 1999 },
          })),
        },
      },
    });
  });

  it('costs what its cheapest variant does, in the digits of its currency', () => {
    const variants = [aVariant({ price: '700' }), aVariant({ id: 2, price: '650' })];
    expect(read({ variants }, { ...PLACE, currency: 'JPY' })?.prices).toEqual({ JPY: 650 });
    expect(read({ variants: [aVariant({ price: 'free' })] })?.prices).toEqual({});
  });

  it.each([
    ['in stock', {}, {}, true],
    ['sold out', {}, { inventory_quantity: 0, inventory_management: 'shopify' }, false],
    ['sold on without any left', {}, { inventory_quantity: 0, inventory_policy: 'continue' }, true],
    ['not counted', {}, { inventory_quantity: 0, inventory_management: null }, true],
    ['a draft', { status: 'draft' }, {}, false],
    ['archived', { status: 'archived' }, {}, false],
    ['not in the online shop', { published_at: null }, {}, false],
  ])('that is %s can be bought or not', (_, change, variant, available) => {
    expect(read({ ...change, variants: [aVariant(variant)] })?.available).toBe(available);
  });

  it('is looked at where it is not said whether pieces that are none are counted', () => {
    const body = { ...SAMPLE, variants: [aVariant({ inventory_quantity: 0 })] };
    expect(readProductMessage(body, PLACE)).toMatchObject({
      kind: 'productLook',
      otherwise: { state: { available: true } },
    });
  });

  it('has as many variants as may be, and is looked at where it has more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, id) => aVariant({ id: id + 1 }));
    const most = LIMITS.variantsPerProductMax;
    expect(read({ variants: many(most) })?.variants).toHaveLength(most);
    const event = readProductMessage({ ...SAMPLE, variants: many(most + 1) }, PLACE);
    expect(event).toMatchObject({ kind: 'productLook' });
  });

  it('is found by an address that takes every letter', () => {
    expect(read({ handle: '珈琲' })?.url).toBe(
      'https://okaeri-test.myshopify.com/products/%E7%8F%88%E7%90%B2',
    );
    expect(read({ image: { src: 'nowhere' } })?.imageUrl).toBeNull();
  });

  it('is gone by its id, and cannot be read without a name or an id', () => {
    expect(readGoneProduct({ id: 5 })).toEqual({ kind: 'productGone', productId: '5' });
    expect(() => read({ title: '' })).toThrow(UnreadableMessageError);
    expect(() => readGoneProduct({})).toThrow(UnreadableMessageError);
  });
});
