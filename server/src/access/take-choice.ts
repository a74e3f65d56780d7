import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { SHOP_CLOSED, type ShopperEnv } from './storefront.ts';

/**
 * Takes a choice of a shopper: a no always, however much they have said, and in a closed shop too (L3, E6, E10); else
 * where it is a write that is allowed.
 *
 * @throws ProblemError shopClosed, tooManyRequests
 */
export const takeChoice = (deps: Deps, c: Context<ShopperEnv>, isNo: boolean): void => {
  if (isNo) return;
  const shop = c.get('shop');
  if (shop.closedAt !== null) throw new ProblemError(SHOP_CLOSED.code, SHOP_CLOSED.detail);
  const key = `${shop.id} ${c.get('claims').externalId}`;
  deps.rates.bySaid(c, key, { isMessage: false, once: undefined });
};
