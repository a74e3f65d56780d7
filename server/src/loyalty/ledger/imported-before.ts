import type { Tx } from '../../platform/store/store.ts';
import { selectImported, selectUndoneAwards } from './adjustment-queries.ts';

interface Who {
  readonly shopId: string;
  readonly shopperId: string;
}

/** Whether a file of another tool's members gave somebody anything that was not taken back. */
export const wasImported = async (tx: Tx, who: Who): Promise<boolean> =>
  (await tx.run(selectImported, who)).length > 0;

/** Awards that were imported and taken back, and those that took them back: together they never were. */
export const undoneAwardsOf = async (tx: Tx, who: Who): Promise<ReadonlySet<string>> =>
  new Set((await tx.run(selectUndoneAwards, who)).map(({ id }) => id));
