import type { Tx } from '../../platform/store/store.ts';
import { setAwardOwner } from './lot-queries.ts';
import { setRedemptionOwners } from './queries.ts';
import { selectChain } from './verify-queries.ts';
import type { ShopperRow } from './account-tables.ts';
import type { TransactionRow } from './tables.ts';

const CHAIN_PAGE = 1000;

/** From whom to whom, within a shop. */
export interface OwnerMove {
  readonly shopId: string;
  readonly from: string;
  readonly to: string;
}

/** A shopper's whole chain, oldest first: for merging and exporting, which are rare. */
export const readChain = async (
  tx: Tx,
  shopper: ShopperRow,
): Promise<readonly TransactionRow[]> => {
  const chain: TransactionRow[] = [];
  const key = { shopId: shopper.shopId, shopperId: shopper.id };
  for (;;) {
    const after = chain.at(-1)?.sequence ?? 0;
    const page = await tx.run(selectChain, { ...key, after, limit: CHAIN_PAGE });
    chain.push(...page);
    if (page.length < CHAIN_PAGE) return chain;
  }
};

/** Gives awards to another shopper; for whom they were first stays written in them. */
export const moveAwardsTo = async (
  tx: Tx,
  move: OwnerMove,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) await tx.run(setAwardOwner, { shopId: move.shopId, id, to: move.to });
};

/** Gives every redemption of a shopper to another. */
export const moveRedemptionsTo = async (tx: Tx, move: OwnerMove): Promise<void> => {
  await tx.run(setRedemptionOwners, { ...move });
};
