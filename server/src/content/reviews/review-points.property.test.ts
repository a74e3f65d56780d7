import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { partsOf } from '../../testing/histories.ts';
import { reviewActsOf, reviewProgram } from '../../testing/review-acts.ts';
import { openWorld } from '../../testing/world.ts';
import type { ReviewFacts } from './save-review.ts';

const HISTORIES = {
  SQLite: { ordinary: 40, long: 2000 },
  PostgreSQL: { ordinary: 8, long: 200 },
} as const;

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => `a${text}`);
const review = fc.record({
  rating: fc.integer({ min: 1, max: 5 }),
  title: fc.option(words),
  body: words,
});

describe('the points of a review', () => {
  it('can depend on nothing it says: the function that moves them is not given it', () => {
    type Given = keyof ReviewFacts;
    const given: Record<Given, true> = {
      id: true,
      state: true,
      insider: true,
      offer: true,
      hasPhotos: true,
    };
    expect(Object.keys(given)).not.toContain('rating');
    // @ts-expect-error A review's stars are not among its facts.
    const stars: Given = 'rating';
    // @ts-expect-error Nor are its words.
    const body: Given = 'body';
    expect([stars, body]).toEqual(['rating', 'body']);
  });
});

describe.each(ENGINES)('the points of a review on $engine', ({ engine, openTestStore }) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore();
  });
  afterEach(() => test.dispose());

  it.each(partsOf(HISTORIES[engine]))(
    'are the same for all stars and all words, first and after every edit, $part',
    async ({ histories }) => {
      const world = await openWorld(test.store, reviewProgram());
      const acts = reviewActsOf(world);
      let shopper = 0;
      await fc.assert(
        fc.asyncProperty(review, fc.array(review, { maxLength: 3 }), async (written, edits) => {
          const who = `s${shopper++}`;
          await acts.receive(who, `o-${who}`, ['mug']);
          const before = await acts.points(who);
          for (const next of [written, ...edits]) {
            await acts.write(who, 'mug', next);
            expect(await acts.points(who)).toBe(before + 50);
          }
        }),
        { numRuns: histories },
      );
    },
  );
});
