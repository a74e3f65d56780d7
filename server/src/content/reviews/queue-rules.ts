import type { QueueQuery } from '@okaeri/shared/review-queue';
import { foldWords } from '../moderation/signal-rules.ts';
import type { ReviewRow } from './tables.ts';

/** What a list of reviews goes through: all of a shop, or those that have something in common. */
export type ReviewsThrough = 'waiting' | 'state' | 'stars' | 'product' | 'all' | 'byStars';

/** What a list of reviews is asked for. */
export type QueueAsked = Omit<QueueQuery, 'counted'> & { readonly counted: boolean };

/** Where a page ends. */
export interface QueuePlace {
  readonly rating: number;
  readonly at: number;
  readonly id: string;
}

/** Before every review, and behind each. */
export const QUEUE_ENDS = {
  asc: { rating: -1, at: -1, id: '' },
  desc: { rating: 9, at: Number.MAX_SAFE_INTEGER, id: '\uFFFF' },
} as const satisfies Record<string, QueuePlace>;

/** The index that leaves least to be passed over. */
export const throughOf = ({ state, productId, stars, sort }: QueueAsked): ReviewsThrough => {
  if (state === 'waiting') return 'waiting';
  if (sort === 'stars') return 'byStars';
  if (productId !== undefined) return 'product';
  if (state !== 'all') return 'state';
  return stars === undefined ? 'all' : 'stars';
};

/** The arguments of a list's statement. What waits is ordered by how long it has waited, and not narrowed to a time. */
export const spanOf = (shopId: string, asked: QueueAsked) => {
  const { state, stars = 0, productId = '' } = asked;
  const isWaiting = state === 'waiting';
  const { from, until } = isWaiting ? { from: 0, until: QUEUE_ENDS.desc.at } : timeOf(asked);
  return { shopId, state, stars, productId, from, until };
};

/** Which of the rows gone through are meant; null where each of them is. */
export const passesOf = (asked: QueueAsked): ((row: ReviewRow) => boolean) | null => {
  const { state, productId, stars, verified, replied, search } = asked;
  const through = throughOf(asked);
  const filters: ((row: ReviewRow) => boolean)[] = [];
  if (through !== 'state' && through !== 'waiting' && state !== 'all')
    filters.push((row) => row.state === state);
  if (productId !== undefined && through !== 'product')
    filters.push((row) => row.productId === productId);
  // Stars come with the decision, not before it.
  if (stars !== undefined && through !== 'stars')
    filters.push((row) => row.waitingSince === null && row.rating === stars);
  if (verified !== undefined)
    filters.push((row) => (row.orderId !== null && row.importedFrom === null) === isTrue(verified));
  if (replied !== undefined) filters.push((row) => (row.reply !== null) === isTrue(replied));
  if (search !== undefined && search !== '')
    filters.push(({ folded }) => folded.includes(foldWords(search)));
  if (through === 'waiting' && (asked.from !== undefined || asked.until !== undefined)) {
    const { from, until } = timeOf(asked);
    filters.push(({ createdAt }) => createdAt >= from && createdAt < until);
  }
  return filters.length === 0 ? null : (row) => filters.every((each) => each(row));
};

/** Where a list goes on behind a row. */
export const placeOf = (through: ReviewsThrough, row: ReviewRow): QueuePlace => ({
  id: row.id,
  rating: row.rating,
  at: through === 'waiting' ? (row.waitingSince ?? row.createdAt) : row.createdAt,
});

/** A place as a cursor, and back; undefined where it is none of ours. */
export const cursorOf = ({ rating, at, id }: QueuePlace): string => `${rating}_${at}_${id}`;
export const readQueueCursor = (text: string): QueuePlace | undefined => {
  const [, rating, at, id] = /^(\d)_(\d{1,16})_([^\p{Control}]{1,255})$/u.exec(text) ?? [];
  if (rating === undefined || at === undefined || id === undefined) return undefined;
  return { rating: Number(rating), at: Number(at), id };
};

function timeOf({ from, until }: QueueAsked): { from: number; until: number } {
  return {
    from: from === undefined ? 0 : Date.parse(from),
    until: until === undefined ? QUEUE_ENDS.desc.at : Date.parse(until),
  };
}

function isTrue(said: 'true' | 'false'): boolean {
  return said === 'true';
}
