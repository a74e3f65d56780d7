import type { ReviewPhotoRow } from './photo-tables.ts';
import type { Deps } from '../../deps.ts';
import { loadPhotos } from './claim-photos.ts';
import { selectPublished } from './list-queries.ts';
import { IDS_MAX } from './photo-queries.ts';
import type { ReviewRow } from './tables.ts';

/** A review with its photos. */
export interface WalkedReview {
  readonly row: ReviewRow;
  readonly photos: readonly ReviewPhotoRow[];
}

/** Every published review of a shop, read a little at a time: no read lasts long. */
export async function* walkPublished(deps: Deps, shopId: string): AsyncGenerator<WalkedReview> {
  let afterId = '';
  for (;;) {
    const asked = { shopId, afterId, limit: IDS_MAX };
    const { rows, photos } = await deps.store.read(async (tx) => {
      const found = await tx.run(selectPublished, asked);
      const ids = found.filter((row) => row.photos > 0).map(({ id }) => id);
      return { rows: found, photos: await loadPhotos(tx, shopId, ids) };
    });
    for (const row of rows)
      yield { row, photos: photos.filter(({ reviewId }) => reviewId === row.id) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < IDS_MAX) return;
    afterId = last.id;
  }
}
