import type { Deps } from '../../deps.ts';
import { selectPhotosByIds, selectPhotosOfName, toPlaces } from './photo-queries.ts';
import { LET_GO, mayBeShown } from './photo-rules.ts';

/** Whether a photo may be shown to anyone who knows its name. */
export const mayShowPhoto = async (deps: Deps, id: string): Promise<boolean> =>
  (await deps.store.read((tx) => tx.run(selectPhotosOfName, { id }))).some(mayBeShown);

/**
 * A photo for the person who decides about its review: also while nobody else may see it, as nobody can
 * decide about what they cannot look at. What was let go is to be decided about no more.
 */
export const openPhoto = async (
  deps: Deps,
  of: { shopId: string; photoId: string },
): Promise<{ body: ReadableStream; bytes: number } | undefined> => {
  const { shopId, photoId } = of;
  const found = await deps.store.read((tx) =>
    tx.run(selectPhotosByIds, { shopId, ...toPlaces([photoId]) }),
  );
  const [photo] = found;
  return photo === undefined || photo.position === LET_GO ? undefined : deps.media.get(photoId);
};
