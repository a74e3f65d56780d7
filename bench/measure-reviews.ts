import { submitReview } from './acts.ts';
import { createFixture } from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS, statementsPer } from './measure.ts';
import type { Served } from './processes.ts';
import { fillReviews, readReviews, readStars } from './review-fixture.ts';
import type { Line } from './table.ts';

/** Products of a small shop that has ten thousand reviews, and how many times as many a large one has. */
const PRODUCTS = 100;
const GROWTH = 100;

/** A product's reviews in a small shop and in one with a hundred times as many products. */
export const measureReviews = async (): Promise<Line[]> => {
  const [small, large] = [await createFixture('reviews'), await createFixture('reviews')];
  fillReviews(small, PRODUCTS);
  fillReviews(large, PRODUCTS * GROWTH);
  const [a, b] = [await openServers(small), await openServers(large)];
  await a.byHand.stop();
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'reviews, small': of(a.product, readReviews(small, PRODUCTS)),
    'reviews, large': of(b.product, readReviews(large, PRODUCTS * GROWTH)),
    'stars, small': of(a.product, readStars(small, PRODUCTS)),
    'stars, large': of(b.product, readStars(large, PRODUCTS * GROWTH)),
  });
  const submit = submitReview(large, PRODUCTS * GROWTH);
  const submitted = await inTurns({
    'submission, product': of(b.product, submit),
    'submission, by hand': of(b.byHand, submit),
  });
  const submission: Line[] = [
    {
      what: 'a review submitted ÷ by hand, at 1,000,000 reviews',
      value: ratioOf(submitted, 'submission, product', 'submission, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: 'statements per review submitted',
      value: await statementsPer(b.product, submit),
      unit: 'statements',
    },
  ];
  await Promise.all([a.product.stop(), b.product.stop(), b.byHand.stop()]);
  small.remove();
  large.remove();
  const grown = 'at 1,000,000 reviews, in times of 10,000';
  const lines = ['reviews', 'stars'].map((what): Line => ({
    what: `a product's ${what} ${grown}`,
    value: ratioOf(rates, `${what}, small`, `${what}, large`),
    unit: '',
    budget: { atMost: 1.25 },
  }));
  return [...lines, ...submission];
};
