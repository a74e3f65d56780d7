import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { deleteWaitingPhoto, selectForgottenPhotos } from './photo-queries.ts';
import { LET_GO } from './photo-rules.ts';

/** How long a photo waits for its review. */
export const PHOTO_WAITS_MS = DAY_MS;
const AT_ONCE = 100;

/** Removes photos nobody saved a review with, and those a review no longer has. */
export const sweepPhotos = async (deps: Deps): Promise<number> => {
  const before = deps.clock.now() - PHOTO_WAITS_MS;
  const asked = { before, letGo: LET_GO, limit: AT_ONCE };
  const found = await deps.store.read((tx) => tx.run(selectForgottenPhotos, asked));
  for (const photo of found) {
    if (deps.underWay.stopping.aborted) break;
    const gone = await deps.store.write((tx) => tx.run(deleteWaitingPhoto, photo));
    // A review may have taken it meanwhile.
    if (gone.length > 0) await deps.media.remove(photo.id);
  }
  return found.length;
};
