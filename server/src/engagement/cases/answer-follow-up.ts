import { nowOf } from '../../access/shop-clock.ts';
import { openLink } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { first } from '../../platform/store/store.ts';
import { sayOutcome } from './own-cases.ts';

/** Takes the answer of whoever has the link of an e-mail; false where there is nothing to answer any more. */
export const answerFollowUp = async (
  deps: Deps,
  shop: ShopRow,
  { token, solved }: { token: string; solved: boolean },
): Promise<boolean> => {
  // As on the storefront: nobody writes in a closed shop (E6).
  if (shop.closedAt !== null) return false;
  const now = nowOf(deps, shop);
  const opened = await openLink(deps, shop, { token, use: 'case', now });
  if ('refused' in opened || opened.ok.caseId === undefined) return false;
  const { shopperId, caseId } = opened.ok;
  const said = await deps.store.write(async (tx) => {
    const key = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, key));
    if (shopper === undefined || shopper.erasedAt !== null) return undefined;
    // Nor who is blocked, whichever way they come (E10).
    if (shopper.status === 'blocked') return undefined;
    return sayOutcome(deps, tx, { shop, shopper, caseId, solved, now });
  });
  return said !== undefined && 'ok' in said;
};
