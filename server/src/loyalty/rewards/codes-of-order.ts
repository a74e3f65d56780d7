import type { OrderPage } from '@okaeri/shared/order-lists';
import { first, type Tx } from '../../platform/store/store.ts';
import { codeDigest } from './code-rules.ts';
import { selectRedemptionByCode } from './queries.ts';

/** Codes of the programme among those an order names; codes of other kinds are none of our business. */
export const codesOfOrder = async (
  tx: Tx,
  { shopId, codes }: { shopId: string; codes: readonly string[] },
): Promise<OrderPage['codes']> => {
  const found: OrderPage['codes'][number][] = [];
  for (const code of codes) {
    const of = { shopId, codeDigest: codeDigest(shopId, code) };
    const row = await first(tx, selectRedemptionByCode, of);
    if (row === undefined) continue;
    const { id: redemptionId, points, state } = row.redemption;
    found.push({ redemptionId, code: row.redemption.code, points, state });
  }
  return found;
};
