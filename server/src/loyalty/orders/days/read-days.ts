import type { Tx } from '../../../platform/store/store.ts';
import type { DayCounts } from '../rules/purchase-rules.ts';
import { selectDaysOf } from './queries.ts';

/** The purchase days of one shopper, the earliest first; as `walkPurchaseDays` has those of all, once they are counted. */
export const readPurchaseDays = (
  tx: Tx,
  of: { readonly shopId: string; readonly shopperId: string },
): Promise<readonly (DayCounts & { readonly day: number })[]> => tx.run(selectDaysOf, of);
