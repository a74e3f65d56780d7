import type { Tx } from '../../platform/store/store.ts';
import { addUsage, selectUsage, selectUsages, selectUsagesOfShopper } from './usage-queries.ts';
import type { PeriodUsage, Usage } from './usage-rules.ts';
import type { UsageRow } from './tables.ts';

/** What was read: by what it is of, and since when. Windows of rolling caps overlap, so a use changes all it lies in. */
export type ReadUsages = Map<string, Map<number, PeriodUsage[]>>;

/** What is counted of something in one period. */
export const usedIn = async (
  tx: Tx,
  key: { shopId: string; shopperId: string; subject: string; periodAt: number },
): Promise<Usage> => (await tx.run(selectUsage, key))[0] ?? { times: 0, points: 0 };

/** Counts a use of something limited, or takes it back, and says what it came to. */
export const changeUsage = async (tx: Tx, change: UsageRow): Promise<Usage> =>
  (await tx.run(addUsage, change))[0] ?? change;

/** What is counted of something in each period since one. */
export const usedSince = (
  tx: Tx,
  key: { shopId: string; shopperId: string; subject: string; since: number },
): Promise<PeriodUsage[]> => tx.run(selectUsages, key);

/** Everything a shopper has used of caps counts for the one they were merged into. */
export const moveUsages = async (
  tx: Tx,
  move: { shopId: string; from: string; to: string },
): Promise<void> => {
  const { shopId, from, to } = move;
  for (const usage of await tx.run(selectUsagesOfShopper, { shopId, shopperId: from, since: 0 })) {
    const { times, points } = usage;
    await tx.run(addUsage, { shopId, shopperId: to, ...usage });
    await tx.run(addUsage, { shopId, shopperId: from, ...usage, times: -times, points: -points });
  }
};
