import type { ActivityLine } from '@okaeri/shared/affairs';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectActivitiesOf } from './queries.ts';

/** What a shopper did besides buying, the newest first. What was taken back is not among it. */
export const listActivities = async (
  tx: Tx,
  of: { shopId: string; shopperId: string; limit: number },
): Promise<ActivityLine[]> => {
  const found = await tx.run(selectActivitiesOf, of);
  return found.map(({ id, kind, name, at }) => ({ id, kind, name, at: isoOf(at) }));
};
