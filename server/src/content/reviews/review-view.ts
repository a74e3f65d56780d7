import type { ReviewDecisionRecord } from '../moderation/documents.ts';
import type { ReviewPhotoRow } from './photo-tables.ts';
import type { NamedProduct } from '@okaeri/shared/products';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import type {
  OwnReview,
  PublicReview,
  ReportReason,
  ReviewDecision,
  ReviewPhoto,
} from '@okaeri/shared/reviews';
import { isoOf } from '../../platform/lib/clock.ts';
import { shownOffer } from './offer-rules.ts';
import type { ReviewRow } from './tables.ts';

/** Where a photo is served: its name is random, and never anything else's. */
export const photoPath = (id: string): string => `/media/${id}.webp`;

/** A photo as pages show it. */
export const toPhoto = ({ id, width, height }: ReviewPhotoRow): ReviewPhoto => ({
  id,
  path: photoPath(id),
  width,
  height,
});

/**
 * A review as everybody may see it. Every field is named here, so that an address or an
 * id of its author can never slip into an answer.
 */
export const toPublic = (row: ReviewRow, photos: readonly ReviewPhotoRow[]): PublicReview => ({
  id: row.id,
  productId: row.productId,
  rating: row.rating,
  title: row.title,
  body: row.body,
  language: row.language,
  name: row.name,
  verified: row.orderId !== null && row.importedFrom === null,
  insider: row.insider,
  offer: shownOffer(row.offer),
  importedFrom: row.importedFrom,
  attributes: row.attributes,
  photos: photos.map(toPhoto),
  helpful: row.helpful,
  createdAt: isoOf(row.createdAt),
  editedAt: isoOrNull(row.editedAt),
  reply: row.reply,
  pointsAfter: isEditedAfterPoints(row),
});

/** Edited after the shop gave its author points: whoever reads it is told (E47). */
function isEditedAfterPoints({ editedAt, pointsGivenAt }: ReviewRow): boolean {
  return editedAt !== null && pointsGivenAt !== null && editedAt > pointsGivenAt;
}

type Of<Kind extends ReviewDecisionRecord['kind']> = Extract<ReviewDecisionRecord, { kind: Kind }>;

/** A review as its author sees it. */
export const toOwn = (row: ReviewRow, photos: readonly ReviewPhotoRow[]): OwnReview => {
  const appeal = row.state === 'withheld' ? lastOf(row, 'appealed') : undefined;
  return {
    ...toPublic(row, photos),
    state: row.state,
    decision: decisionOf(row),
    appealedAt: appeal === undefined ? null : isoOf(appeal.at),
  };
};

/** A review in the merchant's queue: while it waits for a person its stars are not shown. */
export const toQueued = (
  row: ReviewRow,
  seen: {
    photos: readonly ReviewPhotoRow[];
    reports: readonly { reason: ReportReason; count: number }[];
    author: string | null;
    product: NamedProduct | null;
  },
): QueuedReview => ({
  ...toOwn(row, seen.photos),
  rating: row.waitingSince === null ? row.rating : null,
  product: seen.product,
  signals: row.signals,
  appeal: lastOf(row, 'appealed')?.text ?? null,
  shopperId: seen.author,
  reports: seen.reports,
});

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoOf(at);
}

function lastOf<Kind extends ReviewDecisionRecord['kind']>(
  row: ReviewRow,
  kind: Kind,
): Of<Kind> | undefined {
  return row.decisions.findLast((decision): decision is Of<Kind> => decision.kind === kind);
}

function decisionOf(row: ReviewRow): ReviewDecision | null {
  if (row.state !== 'withheld') return null;
  const withheld = lastOf(row, 'withheld');
  return withheld === undefined
    ? null
    : { reason: withheld.reason, note: withheld.note, at: isoOf(withheld.at) };
}
