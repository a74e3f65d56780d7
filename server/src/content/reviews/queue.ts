import type { Refusal } from '@okaeri/shared/errors';
import type { QueuedReview, ReviewList } from '@okaeri/shared/review-queue';
import { loadNames } from '../../loyalty/products/read-product.ts';
import { findShopper } from '../../loyalty/shoppers/lock-shopper.ts';
import { countWalked, walkList, type ListWalk } from '../../platform/lib/walk-list.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import type { Deps } from '../../deps.ts';
import { loadPhotos } from './claim-photos.ts';
import { selectReview } from './queries.ts';
import { countReviewsThrough, selectReviewsThrough } from './queue-queries.ts';
import {
  cursorOf,
  passesOf,
  placeOf,
  QUEUE_ENDS,
  readQueueCursor,
  spanOf,
  throughOf,
  type QueueAsked,
  type QueuePlace,
} from './queue-rules.ts';
import { selectReports } from './report-queries.ts';
import { toQueued } from './review-view.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * The merchant's list: what waits for a person, what is in one state, or all of it. Each page is a stretch of an
 * index. Undefined where the cursor is none of this list's.
 */
export const listForMerchant = (
  deps: Deps,
  shop: ShopRow,
  asked: QueueAsked,
): Promise<ReviewList | undefined> =>
  deps.store.read(async (tx): Promise<ReviewList | undefined> => {
    const through = throughOf(asked);
    const span = spanOf(shop.id, asked);
    const beginning = QUEUE_ENDS[asked.order];
    const after = asked.cursor === undefined ? beginning : readQueueCursor(asked.cursor);
    if (after === undefined) return undefined;
    const statement = selectReviewsThrough(through, asked.order);
    const walk: ListWalk<ReviewRow, QueuePlace> = {
      select: (place, limit) => tx.run(statement, { ...span, ...place, limit }),
      placeOf: (row) => placeOf(through, row),
      passes: passesOf(asked),
    };
    const { rows, next } = await walkList(walk, { after, limit: asked.limit });
    const items: QueuedReview[] = [];
    const names = await loadNames(
      tx,
      shop.id,
      rows.map(({ productId }) => productId),
    );
    for (const row of rows) items.push(await queuedWith(tx, row, names.get(row.productId) ?? null));
    const count = async (limit: number): Promise<number> =>
      (await first(tx, countReviewsThrough(through), { ...span, limit }))?.total ?? 0;
    return {
      items,
      nextCursor: next === null ? null : cursorOf(next),
      total: asked.counted ? await countWalked(walk, { first: beginning, count }) : null,
    };
  });

/** One review as its merchant sees it. */
export const readReview = (
  deps: Deps,
  of: { shop: ShopRow; reviewId: string },
): Promise<Outcome<QueuedReview>> =>
  deps.store.read(async (tx): Promise<Outcome<QueuedReview>> => {
    const row = await first(tx, selectReview, { shopId: of.shop.id, id: of.reviewId });
    return row === undefined ? unknownReview(of.reviewId) : { ok: await queuedOf(tx, row) };
  });

/** How many reviews wait for a person, up to a number. */
export const countWaitingReviews = async (tx: Tx, shopId: string, max: number): Promise<number> => {
  const of = { shopId, state: '', stars: 0, productId: '', from: 0, until: QUEUE_ENDS.desc.at };
  return (await first(tx, countReviewsThrough('waiting'), { ...of, limit: max }))?.total ?? 0;
};

/** A row as its merchant sees it. */
export const queuedOf = async (tx: Tx, row: ReviewRow): Promise<QueuedReview> => {
  const names = await loadNames(tx, row.shopId, [row.productId]);
  return queuedWith(tx, row, names.get(row.productId) ?? null);
};

export const unknownReview = (reviewId: string): { refused: Refusal } => ({
  refused: { code: 'unknownReview', detail: `There is no review "${reviewId}".` },
});

async function queuedWith(
  tx: Tx,
  row: ReviewRow,
  product: QueuedReview['product'],
): Promise<QueuedReview> {
  const { shopId, id: reviewId, shopperId } = row;
  const author = shopperId === null ? undefined : await findShopper(tx, { shopId, shopperId });
  return toQueued(row, {
    product,
    photos: await loadPhotos(tx, shopId, [reviewId]),
    reports: row.reports === 0 ? [] : await tx.run(selectReports, { shopId, reviewId }),
    author: author?.externalId ?? null,
  });
}
