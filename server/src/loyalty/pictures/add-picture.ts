import { LIMITS } from '@okaeri/shared/limits';
import type { Picture } from '@okaeri/shared/pictures';
import { lockShopRow } from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { newMediaName } from '../../platform/media/media-store.ts';
import type { Tx } from '../../platform/store/store.ts';
import { viewPicture } from './picture-view.ts';
import { insertPicture, selectPictureIds } from './queries.ts';
import type { PictureRow } from './tables.ts';

/** Length of the longer side of a picture as it is kept: five times the largest place it is drawn in. */
export const PICTURE_SIDE_MAX = 512;

const TOO_MANY = {
  refused: {
    code: 'tooManyPictures',
    detail: `A shop has ${LIMITS.picturesMax} pictures at most; remove some that the programme does not show.`,
  },
} as const;

/** Keeps a picture for the programme: encoded anew, as small as it is shown, with nothing of its file but the picture. */
export const addPicture = async (
  deps: Deps,
  input: { shopId: string; bytes: Uint8Array },
): Promise<Outcome<Picture>> => {
  const { shopId } = input;
  // Nothing is decoded that would not be kept.
  if (await deps.store.read((tx) => isFull(tx, shopId))) return TOO_MANY;
  const cleaned = await deps.cleanPhoto(input.bytes, PICTURE_SIDE_MAX);
  if ('refused' in cleaned) return cleaned;
  const { bytes, width, height } = cleaned.ok;
  const row: PictureRow = {
    shopId,
    id: newMediaName(),
    width,
    height,
    bytes: bytes.byteLength,
    createdAt: deps.clock.now(),
  };
  // The file first: a row always has one. A file without a row is found by nobody.
  await deps.media.put(row.id, bytes);
  const isKept = await deps.store.write(async (tx) => {
    // One after the other, so that none is one too many.
    await lockShopRow(tx, shopId);
    if (await isFull(tx, shopId)) return false;
    await tx.run(insertPicture, { ...row });
    return true;
  });
  if (isKept) return { ok: viewPicture(row, false) };
  await deps.media.remove(row.id);
  return TOO_MANY;
};

async function isFull(tx: Tx, shopId: string): Promise<boolean> {
  const limit = LIMITS.picturesMax;
  return (await tx.run(selectPictureIds, { shopId, limit })).length >= limit;
}
