import type { Deps } from '../deps.ts';
import { selectReviewsOfPhoto } from './photo-queries.ts';

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
