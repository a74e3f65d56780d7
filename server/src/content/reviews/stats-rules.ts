import { keysOf, recordOf } from '@okaeri/shared/records';
import type { ReviewSummary, StarCounts, StarSummary } from '@okaeri/shared/reviews';
import type { ReviewRow, ReviewStatsRow } from './tables.ts';

/** The columns that count. */
export type Counts = Readonly<Omit<ReviewStatsRow, 'shopId' | 'productId'>>;

type Group = 'all' | 'offered' | 'imported' | 'withheld';
type Star = 1 | 2 | 3 | 4 | 5;

const STARS: readonly Star[] = [1, 2, 3, 4, 5];
const GROUPS: readonly Group[] = ['all', 'offered', 'imported', 'withheld'];

/** Nothing counted. */
export const NO_COUNTS: Counts = {
  ...recordOf(
    GROUPS.flatMap((group) => STARS.map((star) => `${group}${star}` as const)),
    () => 0,
  ),
  verified: 0,
  withPhotos: 0,
};

/** What of a review counts. */
export type Counted = Pick<
  ReviewRow,
  'state' | 'rating' | 'offer' | 'importedFrom' | 'orderId' | 'photos'
>;

/** Whether points were offered for it. */
export const isOffered = ({ offer }: Pick<ReviewRow, 'offer'>): boolean =>
  offer !== null && offer.points + offer.photoPoints > 0;

/** What one review adds to its product's counts; a review that is not there adds nothing. */
export const countsOf = (review: Counted | null): Counts => {
  if (review === null) return NO_COUNTS;
  const star = STARS.find((one) => one === review.rating);
  // The database checks that a rating is one of the five.
  if (star === undefined) throw new Error(`A review has ${review.rating} stars.`);
  if (review.state === 'withheld') return { ...NO_COUNTS, [`withheld${star}`]: 1 };
  if (review.state !== 'published') return NO_COUNTS;
  return {
    ...NO_COUNTS,
    [`all${star}`]: 1,
    ...(isOffered(review) && { [`offered${star}`]: 1 }),
    ...(review.importedFrom !== null && { [`imported${star}`]: 1 }),
    verified: review.orderId === null ? 0 : 1,
    withPhotos: review.photos > 0 ? 1 : 0,
  };
};

/** What has changed from one state of a review to the next. */
export const changeOf = (before: Counted | null, after: Counted | null): Counts =>
  combine(countsOf(after), countsOf(before), (x, y) => x - y);

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce((sum, counts) => combine(sum, counts, (x, y) => x + y), NO_COUNTS);

const AVERAGE_DIGITS = 2;

/** How many, and their plain average: every review weighs the same. */
export const summaryOf = (stars: StarCounts): StarSummary => {
  const count = stars.reduce((sum, each) => sum + each, 0);
  const total = stars.reduce((sum, each, index) => sum + each * (index + 1), 0);
  const average = count === 0 ? null : Number((total / count).toFixed(AVERAGE_DIGITS));
  return { count, average, stars };
};

/** A product's stars, with and without those for which points were offered. */
export const productSummary = (counts: Counts): ReviewSummary => {
  const [all, offered] = [starsOf(counts, 'all'), starsOf(counts, 'offered')];
  return {
    ...summaryOf(all),
    offered: summaryOf(offered),
    notOffered: summaryOf(without(all, offered)),
    withPhotos: counts.withPhotos,
  };
};

/** The stars collected on this shop: what search engines may read (reference 3.5). */
export const collectedSummary = (counts: Counts): StarSummary =>
  summaryOf(without(starsOf(counts, 'all'), starsOf(counts, 'imported')));

export const withheldSummary = (counts: Counts): StarSummary =>
  summaryOf(starsOf(counts, 'withheld'));

export const importedCount = (counts: Counts): number =>
  starsOf(counts, 'imported').reduce((sum, each) => sum + each, 0);

function combine(a: Counts, b: Counts, by: (x: number, y: number) => number): Counts {
  return recordOf(keysOf(NO_COUNTS), (key) => by(a[key], b[key]));
}

function starsOf(counts: Counts, group: Group): StarCounts {
  return [
    counts[`${group}1`],
    counts[`${group}2`],
    counts[`${group}3`],
    counts[`${group}4`],
    counts[`${group}5`],
  ];
}

function without(all: StarCounts, some: StarCounts): StarCounts {
  return [all[0] - some[0], all[1] - some[1], all[2] - some[2], all[3] - some[3], all[4] - some[4]];
}
