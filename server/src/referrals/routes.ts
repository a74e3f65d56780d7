import { Hono } from 'hono';
import { referralStateQuery } from '@okaeri/shared/referrals';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { replyRefusal } from '../http/problem.ts';
import { check } from '../http/read-body.ts';
import { pathId, readCursor, readPaging } from '../http/read-request.ts';
import { replyJson } from '../http/reply.ts';
import type { ShopperEnv } from '../http/storefront.ts';
import { FIRST_CURSOR } from '../lib/list-cursor.ts';
import { visit } from '../shoppers/read-me.ts';
import { judgeReferral, listReferrals } from './decide-referral.ts';
import { readMyReferral } from './my-referral.ts';

/** `/v1/referrals`: what the checks decided, and the queue of what a person must. */
export const referralRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.get('/', async (c) => {
    const { state } = c.req.query();
    const { cursor, limit } = readPaging(c);
    const query = {
      state: check(referralStateQuery, state),
      cursor: readCursor(cursor, FIRST_CURSOR.newest),
      limit,
    };
    return replyJson(c, await listReferrals(deps, { shopId: c.get('shop').id, ...query }));
  });

  for (const [act, state] of [
    ['approve', 'approved'],
    ['decline', 'declined'],
  ] as const)
    routes.post(`/:orderId/${act}`, async (c) => {
      const orderId = pathId(c, 'orderId');
      const judged = await judgeReferral(deps, { shop: c.get('shop'), orderId, state });
      return 'refused' in judged ? replyRefusal(c, judged.refused) : replyJson(c, judged.ok);
    });

  return routes;
};

/** `/storefront/v1/{publicKey}/me/referral`: a shopper's code for friends. */
export const myReferralRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  routes.get('/', async (c) => {
    const shop = c.get('shop');
    const visited = await visit(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const mine = await readMyReferral(deps, { shop, shopper: visited.ok });
    return 'refused' in mine ? replyRefusal(c, mine.refused) : replyJson(c, mine.ok);
  });
  return routes;
};
