import { createMiddleware } from 'hono/factory';
import { findShopBySecretKey } from '../access/find-shop.ts';
import type { Deps } from '../deps.ts';
import type { ShopRow } from '../store/rows.ts';
import { ProblemError } from './problem.ts';

/** What a merchant's request carries once its key is known. */
export interface MerchantEnv {
  Variables: { shop: ShopRow };
}

/** `Authorization: Bearer okr_sk_…`: the key says which shop it is. */
export const merchantOnly = (deps: Deps) =>
  createMiddleware<MerchantEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    if (header === undefined)
      throw new ProblemError('missingCredentials', 'Send Authorization: Bearer okr_sk_….');
    const key = /^Bearer (okr_sk_[\w-]{1,200})$/.exec(header)?.[1];
    const shop = key && (await findShopBySecretKey(deps, key));
    if (!shop) throw new ProblemError('invalidKey', 'No shop has this secret key.');
    c.set('shop', shop);
    await next();
  });
