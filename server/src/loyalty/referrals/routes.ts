import { Hono, type Context } from 'hono';
import { referralsQuery } from '@okaeri/shared/referrals';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { pathId, readCursor } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { answer, query, reply } from '../../platform/http/typed.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { authenticateShopper } from '../entry/authenticate-shopper.ts';
import { judgeReferral, listReferrals } from './decide-referral.ts';
import { readMyReferral } from './my-referral.ts';

/** `/v1/referrals`: what the checks decided, and the queue of what a person must. */
export const referralRoutes = (deps: Deps) => {
  const judge = async (c: Context<MerchantEnv>, state: 'approved' | 'declined') => {
    const orderId = pathId(c, 'orderId');
    return reply(c, await judgeReferral(deps, { shop: c.get('shop'), orderId, state }));
  };
  return new Hono<MerchantEnv>()
    .get('/', query(referralsQuery), async (c) => {
      const { state, cursor, limit } = c.req.valid('query');
      const after = readCursor(cursor, FIRST_CURSOR.newest);
      const asked = { shopId: c.get('shop').id, state, cursor: after, limit };
      return answer(c, await listReferrals(deps, asked));
    })
    .post('/:orderId/approve', (c) => judge(c, 'approved'))
    .post('/:orderId/decline', (c) => judge(c, 'declined'));
};

/** `/storefront/v1/{publicKey}/me/referral`: a shopper's code for friends. */
export const myReferralRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  routes.get('/', async (c) => {
    const shop = c.get('shop');
    const visited = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const mine = await readMyReferral(deps, { shop, shopper: visited.ok });
    return 'refused' in mine ? replyRefusal(c, mine.refused) : replyJson(c, mine.ok);
  });
  return routes;
};
