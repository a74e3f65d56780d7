import type { ReportLine, ReviewLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { REVIEW_VOICES } from './reader-voices.ts';
import { loadPhotos } from './claim-photos.ts';
import { IDS_MAX } from './photo-queries.ts';
import type { ReviewPhotoRow } from './photo-tables.ts';
import { selectReviewsBy } from './queries.ts';
import { photoPath } from './review-view.ts';
import type { ReviewRow } from './tables.ts';

/**
 * The reviews a shopper has written, the newest first, and what they reported. While a review waits, its stars are
 * shown to its author and to nobody else.
 */
export const listWrittenReviews = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number; forAuthor: boolean },
): Promise<{ reviews: ReviewLine[]; reports: ReportLine[] }> => {
  const found = await tx.run(selectReviewsBy, of);
  const photos: ReviewPhotoRow[] = [];
  for (let at = 0; at < found.length; at += IDS_MAX) {
    const ids = found.slice(at, at + IDS_MAX).map(({ id }) => id);
    for (const photo of await loadPhotos(tx, of.shopId, ids)) photos.push(photo);
  }
  const pathsOf = Map.groupBy(photos, ({ reviewId }) => reviewId);
  const reports = await tx.run(REVIEW_VOICES.selectReportsBy, of);
  return {
    reviews: found.map((row) => toLine(row, pathsOf.get(row.id) ?? [], of.forAuthor)),
    reports: reports.map(({ id, reason, note, at }) => ({
      about: 'review',
      id,
      reason,
      note,
      at: isoOf(at),
    })),
  };
};

function toLine(row: ReviewRow, photos: readonly ReviewPhotoRow[], forAuthor: boolean): ReviewLine {
  const shownRating = (rating: number): number | null =>
    forAuthor || row.waitingSince === null ? rating : null;
  return {
    id: row.id,
    productId: row.productId,
    rating: shownRating(row.rating),
    title: row.title,
    body: row.body,
    state: row.state,
    isWaiting: row.waitingSince !== null,
    createdAt: isoOf(row.createdAt),
    name: row.name,
    attributes: row.attributes,
    photos: photos.map(({ id }) => photoPath(id)),
    history: row.history.map(({ rating, title, body, until }) => ({
      rating: shownRating(rating),
      title,
      body,
      until: isoOf(until),
    })),
    appeals: row.decisions.flatMap((decision) =>
      decision.kind === 'appealed' ? [{ text: decision.text, at: isoOf(decision.at) }] : [],
    ),
  };
}
