import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ReviewPhotoRow } from './photo-tables.ts';
import { LIMITS } from '@okaeri/shared/limits';
import type { ReviewPhoto } from '@okaeri/shared/reviews';
import type { Deps } from '../../deps.ts';
import { newMediaName } from '../../platform/media/media-store.ts';
import { authenticateShopper } from '../../loyalty/entry/authenticate-shopper.ts';
import { findAuthor, type ReviewerContext } from '../moderation/find-author.ts';
import { hashBandsOf } from './perceptual-hash-rules.ts';
import { insertPhoto, selectStagedPhotos } from './photo-queries.ts';
import { toPhoto } from './review-view.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Photos one shopper may have waiting for a review: enough to try twice. */
export const STAGED_PHOTOS_MAX = LIMITS.reviewPhotosMax * 2;

const TOO_MANY = {
  refused: {
    code: 'tooManyRequests',
    detail: `At most ${STAGED_PHOTOS_MAX} photos may wait for a review; save it, or wait a day.`,
  },
} as const;

/** Anyone who may upload photos: a shopper, or the holder of a link, whose photos wait until it is confirmed. */
export const findUploader = async (
  deps: Deps,
  asker: ReviewerContext,
): Promise<Outcome<ShopperRow>> => {
  const { shop, writer } = asker;
  if (writer.claims !== undefined) return authenticateShopper(deps, shop, writer.claims);
  const row = await deps.store.read((tx) => findAuthor(tx, asker));
  return row === undefined
    ? { refused: { code: 'notEnrolled', detail: 'You have left the programme.' } }
    : { ok: row };
};

/** Takes a photo for a review that may come: cleaned, and waiting for it. */
export const addPhoto = async (
  deps: Deps,
  input: { shopper: ShopperRow; bytes: Uint8Array },
): Promise<Outcome<ReviewPhoto>> => {
  const { shopId, id: shopperId } = input.shopper;
  const staged = { shopId, shopperId, limit: STAGED_PHOTOS_MAX };
  const waiting = await deps.store.read((tx) => tx.run(selectStagedPhotos, staged));
  if (waiting.length >= STAGED_PHOTOS_MAX) return TOO_MANY;
  const kept = await savePhoto(deps, { shopId, shopperId, bytes: input.bytes });
  return 'refused' in kept ? kept : { ok: toPhoto(kept.ok) };
};

/** Cleans a photo and keeps it, as one that waits for a review. */
export const savePhoto = async (
  deps: Deps,
  input: { shopId: string; shopperId: string | null; bytes: Uint8Array },
): Promise<Outcome<ReviewPhotoRow>> => {
  const { shopId, shopperId } = input;
  const cleaned = await deps.cleanPhoto(input.bytes);
  if ('refused' in cleaned) return cleaned;
  const { bytes, ...measures } = cleaned.ok;
  const id = newMediaName();
  // The file first: a row always has one. A file without a row is found by nobody.
  await deps.media.put(id, bytes);
  const row: ReviewPhotoRow = {
    shopId,
    id,
    shopperId,
    reviewId: null,
    position: 0,
    ...measures,
    ...hashBandsOf(measures.likeness),
    bytes: bytes.byteLength,
    createdAt: deps.clock.now(),
  };
  await deps.store.write((tx) => tx.run(insertPhoto, { ...row }));
  return { ok: row };
};
