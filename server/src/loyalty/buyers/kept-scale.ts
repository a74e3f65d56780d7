import { first, type Tx } from '../../platform/store/store.ts';
import { deleteBuyerScale, selectAnyDay, selectBuyerScale, upsertBuyerScale } from './queries.ts';
import type { BuyerScale } from './scale-rules.ts';

/** What buyers of a shop are measured by; undefined until it was taken for the first time. */
export const keptScale = async (tx: Tx, shopId: string): Promise<BuyerScale | undefined> =>
  (await first(tx, selectBuyerScale, { shopId }))?.document;

export const keepScale = (
  tx: Tx,
  kept: { readonly shopId: string; readonly document: BuyerScale; readonly takenAt: number },
): Promise<unknown> => tx.run(upsertBuyerScale, kept);

/** From now on nobody is measured. */
export const dropScale = (tx: Tx, shopId: string): Promise<unknown> =>
  tx.run(deleteBuyerScale, { shopId });

/** Whether anybody has bought at all. */
export const hasBuyers = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await first(tx, selectAnyDay, { shopId })) !== undefined;
