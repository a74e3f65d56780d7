import { LIMITS } from '@okaeri/shared/limits';
import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { deleteOldTouches } from './touch-queries.ts';

/** Forgets what was said to people years ago. */
export const sweepTouches = (deps: Deps): Promise<unknown> =>
  deps.store.write((tx) =>
    tx.run(deleteOldTouches, { before: deps.clock.now() - LIMITS.touchesKeptDays * DAY_MS }),
  );
