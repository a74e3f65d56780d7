import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectAward } from './lot-queries.ts';
import { selectHoldings } from './queries.ts';
import {
  selectChain,
  selectOpenLots,
  selectShopper,
  selectShoppersAfter,
} from './verify-queries.ts';
import {
  compareWithRows,
  replayTransaction,
  startReplay,
  type Difference,
} from './verify-rules.ts';
import type { AwardRow } from './tables.ts';

/** Rows read at once: small enough that no snapshot lasts long. */
const SHOPPER_PAGE = 500;
const CHAIN_PAGE = 1000;

/** What a check found. */
export interface Verification {
  readonly shoppers: number;
  readonly transactions: number;
  readonly differences: readonly Difference[];
}

interface ShopperKey {
  readonly shopId: string;
  readonly shopperId: string;
}

/**
 * Recomputes every balance, lot and chain from the ledger's rows, each shopper
 * from one frozen moment, and reports what differs.
 *
 * @param options.shopId only this shop; every shop when not given
 * @param options.progress called with the number of shoppers done
 */
export const verifyLedger = async (
  deps: Pick<Deps, 'store'>,
  options: { shopId?: string; progress?: (shoppers: number) => void } = {},
): Promise<Verification> => {
  const differences: Difference[] = [];
  let shoppers = 0;
  let transactions = 0;
  let after = { afterShopId: '', afterId: '' };
  for (;;) {
    const page: ShopperKey[] = await deps.store.read((tx) =>
      tx.run(selectShoppersAfter, { shopId: options.shopId ?? '', ...after, limit: SHOPPER_PAGE }),
    );
    for (const key of page) {
      const found = await deps.store.snapshot((tx) => verifyShopper(tx, key));
      shoppers += 1;
      transactions += found.transactions;
      differences.push(...found.differences);
    }
    options.progress?.(shoppers);
    const last = page.at(-1);
    if (last === undefined || page.length < SHOPPER_PAGE)
      return { shoppers, transactions, differences };
    after = { afterShopId: last.shopId, afterId: last.shopperId };
  }
};

async function verifyShopper(
  tx: Tx,
  key: ShopperKey,
): Promise<{ transactions: number; differences: readonly Difference[] }> {
  const shopper = await first(tx, selectShopper, key);
  if (shopper === undefined) return { transactions: 0, differences: [] };
  const replay = startReplay();
  let transactions = 0;
  for (;;) {
    const page = await tx.run(selectChain, { ...key, after: replay.sequence, limit: CHAIN_PAGE });
    for (const row of page) replayTransaction(replay, row);
    transactions += page.length;
    if (page.length < CHAIN_PAGE) break;
  }
  const awards = new Map<string, AwardRow>();
  for (const row of await tx.run(selectOpenLots, key)) awards.set(row.id, row);
  for (const id of replay.awardIds) {
    const row = awards.get(id) ?? (await first(tx, selectAward, { shopId: key.shopId, id }));
    // A merged shopper's awards belong to the one they became, and are checked there.
    if (row !== undefined && row.shopperId === key.shopperId) awards.set(id, row);
  }
  const holdings = await tx.run(selectHoldings, key);
  compareWithRows(replay, { shopper, awards: [...awards.values()], holdings });
  return { transactions, differences: replay.differences };
}
