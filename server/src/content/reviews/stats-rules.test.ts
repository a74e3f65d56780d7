import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOf,
  collectedSummary,
  countsOf,
  importedCount,
  isOffered,
  NO_COUNTS,
  productSummary,
  summaryOf,
  sumOf,
  withheldSummary,
  type Counted,
} from './stats-rules.ts';

const OFFER = { points: 5, photoPoints: 0, programVersion: 1, shownAt: '2026-11-01T00:00:00Z' };

const review = (change: Partial<Counted> = {}): Counted => ({
  state: 'published',
  rating: 4,
  offer: null,
  importedFrom: null,
  orderId: null,
  photos: 0,
  ...change,
});

it('nothing counted is a nought for each number of stars of each group, and for the rest', () => {
  const names = Object.keys(NO_COUNTS);
  expect(names).toHaveLength(22);
  expect(Object.values(NO_COUNTS).every((count) => count === 0)).toBe(true);
  expect(names).toEqual(expect.arrayContaining(['all1', 'offered5', 'imported3', 'withheld2']));
});

it.each([
  [null, false],
  [{ ...OFFER, points: 0 }, false],
  [{ ...OFFER, points: 1 }, true],
  [{ ...OFFER, points: 0, photoPoints: 1 }, true],
])('with the offer %j a review is one for which points were offered: %s', (offer, offered) => {
  expect(isOffered({ offer })).toBe(offered);
});

describe('what a review adds to the counts of its product', () => {
  it.each([
    ['nothing where there is none', null, {}],
    ['nothing while it waits', review({ state: 'queued' }), {}],
    ['nothing once it is removed', review({ state: 'removed', orderId: 'o', photos: 1 }), {}],
    ['its stars', review(), { all4: 1 }],
    ['one star', review({ rating: 1 }), { all1: 1 }],
    ['five stars', review({ rating: 5 }), { all5: 1 }],
    ['that points were offered', review({ offer: OFFER }), { all4: 1, offered4: 1 }],
    ['nothing of an empty offer', review({ offer: { ...OFFER, points: 0 } }), { all4: 1 }],
    ['where it was imported from', review({ importedFrom: 'Loox' }), { all4: 1, imported4: 1 }],
    ['that it is verified', review({ orderId: 'order' }), { all4: 1, verified: 1 }],
    ['that it has photos, once', review({ photos: 3 }), { all4: 1, withPhotos: 1 }],
    [
      'that it is withheld and no more',
      review({ state: 'withheld', offer: OFFER, importedFrom: 'Loox', orderId: 'o', photos: 1 }),
      { withheld4: 1 },
    ],
  ])('is %s', (_what, counted, counts) => {
    expect(countsOf(counted)).toEqual({ ...NO_COUNTS, ...counts });
  });
});

describe('the change from one state of a review to the next', () => {
  it('is what is more and what is less', () => {
    const change = changeOf(review({ photos: 1 }), review({ rating: 2, orderId: 'order' }));
    expect(change).toEqual({ ...NO_COUNTS, all4: -1, all2: 1, verified: 1, withPhotos: -1 });
    expect(changeOf(null, review())).toEqual({ ...NO_COUNTS, all4: 1 });
    expect(changeOf(review(), null)).toEqual({ ...NO_COUNTS, all4: -1 });
    expect(changeOf(review(), review())).toEqual(NO_COUNTS);
  });

  it('comes, over a whole life, to what the review is at its end', () => {
    const state = fc.constantFrom('published', 'queued', 'withheld', 'removed');
    const one: fc.Arbitrary<Counted> = fc.record({
      state,
      rating: fc.integer({ min: 1, max: 5 }),
      offer: fc.constantFrom(null, OFFER),
      importedFrom: fc.constantFrom(null, 'Loox'),
      orderId: fc.constantFrom(null, 'order'),
      photos: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (life) => {
        const changes = life.map((after, at) => changeOf(life[at - 1] ?? null, after));
        expect(sumOf(changes)).toEqual(countsOf(life.at(-1) ?? null));
      }),
    );
  });

  it('of nothing comes to nothing', () => {
    expect(sumOf([])).toEqual(NO_COUNTS);
  });
});

it.each([
  [[0, 0, 0, 0, 0], 0, null],
  [[1, 0, 0, 0, 0], 1, 1],
  [[0, 0, 0, 0, 7], 7, 5],
  [[1, 1, 1, 1, 1], 5, 3],
  [[0, 0, 0, 1, 2], 3, 4.67],
  [[1, 0, 0, 0, 2], 3, 3.67],
  [[0, 2, 0, 0, 1], 3, 3],
] as const)('of the stars %j there are %i, on average %s', (stars, count, average) => {
  expect(summaryOf(stars)).toEqual({ count, average, stars });
});

describe('what is shown of counted stars', () => {
  const counts = sumOf(
    [
      review({ rating: 5, offer: OFFER, photos: 1 }),
      review({ rating: 5 }),
      review({ rating: 1, importedFrom: 'Loox' }),
      review({ rating: 2, importedFrom: 'Loox', offer: OFFER }),
      review({ rating: 3 }),
      review({ rating: 4, state: 'withheld' }),
      review({ rating: 1, state: 'withheld' }),
    ].map(countsOf),
  );

  it('is all of a product’s, and those with and without an offer apart', () => {
    expect(productSummary(counts)).toEqual({
      count: 5,
      average: 3.2,
      stars: [1, 1, 1, 0, 2],
      offered: { count: 2, average: 3.5, stars: [0, 1, 0, 0, 1] },
      notOffered: { count: 3, average: 3, stars: [1, 0, 1, 0, 1] },
      withPhotos: 1,
    });
  });

  it('takes each number of stars off its own', () => {
    const each = { all1: 10, all2: 20, all3: 30, all4: 40, all5: 50 };
    const some = { offered1: 1, offered2: 2, offered3: 3, offered4: 4, offered5: 5 };
    const imported = { imported1: 5, imported2: 4, imported3: 3, imported4: 2, imported5: 1 };
    const all = { ...NO_COUNTS, ...each, ...some, ...imported };
    expect(productSummary(all).notOffered.stars).toEqual([9, 18, 27, 36, 45]);
    expect(collectedSummary(all).stars).toEqual([5, 16, 27, 38, 49]);
  });

  it('is to search engines what was collected here, with an offer or without', () => {
    const collected = { count: 3, average: 4.33, stars: [0, 0, 1, 0, 2] };
    expect(collectedSummary(counts)).toEqual(collected);
  });

  it('is of the withheld their stars, and of the imported their number', () => {
    expect(withheldSummary(counts)).toEqual({ count: 2, average: 2.5, stars: [1, 0, 0, 1, 0] });
    expect(importedCount(counts)).toBe(2);
    expect(importedCount(NO_COUNTS)).toBe(0);
  });
});
