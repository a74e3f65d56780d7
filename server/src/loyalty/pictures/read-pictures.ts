import type { Page } from '@okaeri/shared/ledger';
import type { Picture } from '@okaeri/shared/pictures';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import { picturesInUse } from './pictures-in-use.ts';
import { viewPicture } from './picture-view.ts';
import { selectPictures, selectPicturesOfName } from './queries.ts';

/** A shop's pictures, newest first. */
export const listPictures = (
  deps: Deps,
  asked: { shop: ShopRow; after: ListCursor; limit: number },
): Promise<Page<Picture>> =>
  deps.store.read(async (tx) => {
    const { shop, after, limit } = asked;
    const found = await tx.run(selectPictures, {
      shopId: shop.id,
      afterAt: after.at,
      afterId: after.id,
      limit: limit + 1,
    });
    const inUse = await picturesInUse(deps, tx, shop);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => viewPicture(row, inUse.has(row.id))),
      nextCursor: found.length > limit && last ? `${last.createdAt}_${last.id}` : null,
    };
  });

/** Whether a picture is of any shop's programme, and so may be shown to anyone. */
export const hasPicture = async (deps: Deps, id: string): Promise<boolean> =>
  (await deps.store.read((tx) => tx.run(selectPicturesOfName, { id }))).length > 0;
