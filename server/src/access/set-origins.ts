import type { Deps } from '../deps.ts';
import { updateOrigins } from './queries.ts';

/** Sets the pages a shop may be embedded on. */
export const setOrigins = async (
  deps: Deps,
  input: { shopId: string; origins: readonly string[] },
): Promise<void> => {
  await deps.store.write((tx) => tx.run(updateOrigins, input));
  deps.caches.shops.clear();
};
