import type { ReviewState } from '@okaeri/shared/reviews';
import type { Deps } from '../deps.ts';
import { FIRST_CURSOR } from '../lib/list-cursor.ts';
import type { ReviewPhotoRow, ReviewRow } from '../store/rows.ts';
import { loadPhotos } from './claim-photos.ts';
import { selectInState } from './list-queries.ts';
import { IDS_MAX } from './photo-queries.ts';

/** A review with its photos. */
export interface WalkedReview {
  readonly row: ReviewRow;
  readonly photos: readonly ReviewPhotoRow[];
}

/** Every review of a shop in one state, the oldest first, read a little at a time: no read lasts long. */
export async function* walkReviews(
  deps: Deps,
  of: { shopId: string; state: ReviewState },
): AsyncGenerator<WalkedReview> {
  let { at: afterAt, id: afterId } = FIRST_CURSOR.oldest as { at: number; id: string };
  for (;;) {
    const asked = { ...of, afterAt, afterId, limit: IDS_MAX };
    const { rows, photos } = await deps.store.read(async (tx) => {
      const found = await tx.run(selectInState, asked);
      const ids = found.filter((row) => row.photos > 0).map(({ id }) => id);
      return { rows: found, photos: await loadPhotos(tx, of.shopId, ids) };
    });
    for (const row of rows)
      yield { row, photos: photos.filter(({ reviewId }) => reviewId === row.id) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < IDS_MAX) return;
    afterAt = last.createdAt;
    afterId = last.id;
  }
}
