import type { Deps } from '../deps.ts';
import { selectPhotosByIds, selectReviewsOfPhoto, toPlaces } from './photo-queries.ts';

/**
 * Whether a photo may be shown to whoever knows its name: not once its review was withheld
 * or removed. One that waits for its review is shown to its author, who alone knows the name.
 */
export const mayShowPhoto = async (deps: Deps, id: string): Promise<boolean> => {
  const found = await deps.store.read((tx) => tx.run(selectReviewsOfPhoto, { id }));
  return (
    found.length === 0 || found.some(({ state }) => state === 'published' || state === 'queued')
  );
};

/**
 * A photo for whoever decides about its review: also while nobody else may see it, as nobody can
 * decide about what they cannot look at.
 */
export const openPhoto = async (
  deps: Deps,
  of: { shopId: string; photoId: string },
): Promise<{ body: ReadableStream; bytes: number } | undefined> => {
  const { shopId, photoId } = of;
  const found = await deps.store.read((tx) =>
    tx.run(selectPhotosByIds, { shopId, ...toPlaces([photoId]) }),
  );
  return found.length === 0 ? undefined : deps.media.get(photoId);
};
