import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productState, type ProductRequest } from '@okaeri/shared/products';
import {
  afterNews,
  isThere,
  nameOf,
  readProductState,
  UNKNOWN,
  type KnownProduct,
  type ProductNews,
} from './product-rules.ts';

const BARE: ProductRequest = { updatedAt: '2026-11-01T10:00:00Z', title: { en: 'Beans' } };

const stateAt = (updatedAt: number, body: object = {}) => ({
  kind: 'state' as const,
  mark: { updatedAt, body: { ...BARE, ...body } },
});
const deletedAt = (at: number): ProductNews => ({ kind: 'deleted', at });
const after = (...news: readonly ProductNews[]): KnownProduct =>
  news.reduce((known, one) => afterNews(known, one).known, UNKNOWN);

describe('a stored state of a product', () => {
  it.each([
    ['with nothing but what must be there', BARE],
    ['with a variant that says little', { ...BARE, variants: [{ id: 'v1' }] }],
    ['with everything it may have', { ...BARE, url: null, prices: { USD: 1 }, tags: ['tea'] }],
  ])('%s reads as its schema reads it', (_, body) => {
    expect(readProductState(body)).toEqual(productState.parse(body));
  });
});

describe('a product', () => {
  it.each<[string, boolean, readonly ProductNews[]]>([
    ['is not there while nobody has told of it', false, []],
    ['is there once a state is told', true, [stateAt(5)]],
    ['is not there once it was taken out', false, [stateAt(5), deletedAt(6)]],
    ['is not there where its end is of the same instant', false, [stateAt(5), deletedAt(5)]],
    ['stays out when an old state comes late', false, [deletedAt(6), stateAt(5)]],
    ['is there again with a newer state', true, [stateAt(5), deletedAt(6), stateAt(7)]],
    ['stays when its old end comes late', true, [stateAt(7), deletedAt(6)]],
    ['is not there where only its end was told', false, [deletedAt(6)]],
  ])('%s', (_, there, news) => {
    expect(isThere(after(...news))).toBe(there);
  });

  it('keeps the name it had and nothing to be followed once it was taken out', () => {
    const url = 'https://shop.example/p';
    const known = after(stateAt(5, { url, imageUrl: `${url}.webp` }));
    expect(nameOf(known)).toEqual({ title: { en: 'Beans' }, url, imageUrl: `${url}.webp` });
    const gone = afterNews(known, deletedAt(6)).known;
    expect(nameOf(gone)).toEqual({ title: { en: 'Beans' }, url: null, imageUrl: null });
    expect(nameOf(after(deletedAt(6)))).toBeUndefined();
  });

  it.each<[string, ProductNews, ProductNews]>([
    ['same', stateAt(5, { tags: ['a'] }), stateAt(5, { tags: ['a'] })],
    ['stale', stateAt(5), stateAt(4)],
    ['newer', stateAt(5), stateAt(6)],
    ['same', deletedAt(5), deletedAt(5)],
    ['stale', deletedAt(5), deletedAt(4)],
  ])('that is told of again is %s', (standing, known, arriving) => {
    expect(afterNews(after(known), arriving).standing).toBe(standing);
  });

  it('is as the caller settles where two states are of one instant', () => {
    for (const body of [{ tags: ['a'] }, { tags: ['b'] }]) {
      const other = { tags: body.tags[0] === 'a' ? ['b'] : ['a'] };
      const settled = { ...stateAt(5, body), settled: 'tie' as const };
      expect(after(stateAt(5, other), settled).state).toEqual({ ...BARE, ...body });
    }
  });

  it('is there again once it was asked for and found, unless a newer state is known', () => {
    const found = { ...stateAt(5), settled: 'now' as const };
    expect(isThere(after(stateAt(5), deletedAt(6), found))).toBe(true);
    expect(isThere(after(stateAt(7), deletedAt(8), found))).toBe(false);
    expect(isThere(after(stateAt(5), deletedAt(6), { ...found, settled: 'tie' }))).toBe(false);
  });

  it.each<[string, ProductNews, ProductNews, boolean]>([
    ['of another state of the same instant', stateAt(5), stateAt(5, { tags: ['b'] }), true],
    ['of a later end', deletedAt(6), stateAt(5), true],
    ['of the same state', stateAt(5), stateAt(5), false],
    ['of a newer one', stateAt(5), stateAt(4), false],
  ])('that is told of is doubtful because %s', (_, known, arriving, isDoubtful) => {
    expect(afterNews(after(known), arriving).isDoubtful).toBe(isDoubtful);
  });

  it('is the same in whatever order its states and ends come, however often', () => {
    const news = fc.oneof(
      fc.record({ at: fc.integer({ min: 0, max: 6 }), tag: fc.constantFrom('a', 'b', 'c') }),
      fc.integer({ min: 0, max: 6 }),
    );
    const history = fc.array(news, { maxLength: 8 }).chain((told) =>
      fc.record({
        told: fc.constant(told),
        order: fc.shuffledSubarray(
          [...told, ...told].map((_, index) => index % told.length),
          {
            minLength: told.length * 2,
          },
        ),
      }),
    );
    const toNews = (one: number | { at: number; tag: string }): ProductNews =>
      typeof one === 'number' ? deletedAt(one) : stateAt(one.at, { tags: [one.tag] });
    fc.assert(
      fc.property(history, ({ told, order }) => {
        const once = after(...told.map(toNews));
        const shuffled = after(...order.map((index) => toNews(told[index] ?? 0)));
        expect(shuffled).toEqual(once);
        const newest = Math.max(-1, ...told.map((one) => (typeof one === 'number' ? -1 : one.at)));
        if (newest >= 0) expect(once.updatedAt).toBe(newest);
      }),
      { numRuns: 500 },
    );
  });
});
