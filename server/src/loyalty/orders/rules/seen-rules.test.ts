import { describe, expect, it } from 'vitest';
import { seenItems } from './seen-rules.ts';

const PRODUCTS = [
  {
    id: 'mug',
    title: 'Everyday mug',
    imageUrl: 'https://x/mug.png',
    tags: ['cups'],
    collectionIds: ['home'],
  },
  { id: 'tea', title: 'Green tea', imageUrl: null, tags: [], collectionIds: [] },
];
const ORDERS = [
  [
    { productId: 'tea', title: 'Tea' },
    { productId: 'bag', title: 'Bag', tags: ['cups'] },
  ],
  [
    { productId: 'bag', title: 'Bag', tags: ['cups'], collectionIds: ['new'] },
    { productId: 'bag' },
  ],
];
const ask = (kind: 'product' | 'tag' | 'collection', search = '') =>
  seenItems({ kind, search, products: PRODUCTS, orders: ORDERS });

describe('what was sold or is in the catalog', () => {
  it('comes with its name, and in how many orders it was, the most first', () => {
    expect(ask('product')).toEqual([
      { id: 'bag', title: 'Bag', imageUrl: null, orders: 2 },
      { id: 'tea', title: 'Green tea', imageUrl: null, orders: 1 },
      { id: 'mug', title: 'Everyday mug', imageUrl: 'https://x/mug.png', orders: 0 },
    ]);
  });

  it.each([
    ['a part of its name', 'EVERY', ['mug']],
    ['its id', 'bag', ['bag']],
    ['nothing it is called', 'sofa', []],
  ])('is found by %s', (_, search, ids) => {
    expect(ask('product', search).map(({ id }) => id)).toEqual(ids);
  });

  it('has the tags and the collections of both', () => {
    expect(ask('tag')).toEqual([{ id: 'cups', title: null, imageUrl: null, orders: 2 }]);
    expect(ask('collection').map(({ id, orders }) => [id, orders])).toEqual([
      ['new', 1],
      ['home', 0],
    ]);
  });
});
