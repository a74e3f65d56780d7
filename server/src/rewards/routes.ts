import { Hono, type Context } from 'hono';
import {
  redemptionInput,
  voucherUnuse,
  voucherUse,
  voucherValidation,
} from '@okaeri/shared/rewards';
import type { Deps } from '../deps.ts';
import { createAttemptLimit, FAILED_CODE_LIMIT } from '../http/attempt-limit.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { replyRefusal } from '../http/problem.ts';
import { replyJson } from '../http/reply.ts';
import { readBody } from '../http/read-body.ts';
import { pathId, readIdempotencyKey } from '../http/read-request.ts';
import type { ShopperEnv } from '../http/storefront.ts';
import { moveVoucherByCode, validateVoucher, type VoucherMoved } from './check-voucher.ts';
import { redeemReward } from './redeem-reward.ts';
import { releaseRedemption } from './release-redemption.ts';

/** `/v1/vouchers`: what a checkout calls. */
export const voucherRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  const attempts = createAttemptLimit(FAILED_CODE_LIMIT);

  routes.post('/:code/validate', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    await attempts.check(c, shop.id);
    const { input: basket } = await readBody(c, voucherValidation);
    const answer = await validateVoucher(deps, { shop, code, basket });
    if (answer.reason === 'unknown') await attempts.failed(c, shop.id);
    return replyJson(c, answer);
  });

  const replyMoved = async (c: Context<MerchantEnv>, moved: VoucherMoved): Promise<Response> => {
    if ('ok' in moved) return replyJson(c, moved.ok);
    if (moved.refused.code === 'unknownVoucher') await attempts.failed(c, c.get('shop').id);
    return replyRefusal(c, moved.refused);
  };

  routes.post('/:code/use', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    await attempts.check(c, shop.id);
    const { input: use } = await readBody(c, voucherUse);
    return replyMoved(c, await moveVoucherByCode(deps, { shop, code, use, to: 'used' }));
  });

  routes.post('/:code/release', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    await attempts.check(c, shop.id);
    const { input: use } = await readBody(c, voucherUnuse);
    return replyMoved(c, await moveVoucherByCode(deps, { shop, code, use, to: 'issued' }));
  });

  return routes;
};

/** `/storefront/v1/{publicKey}/redemptions`: one tap takes a reward, one more gives it back. */
export const redemptionRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();

  routes.post('/', async (c) => {
    const idempotencyKey = readIdempotencyKey(c);
    const { input: body } = await readBody(c, redemptionInput);
    const { externalId, email, name, locale } = c.get('claims');
    const who = { externalId, email, name, locale };
    const answer = await redeemReward(deps, { shop: c.get('shop'), who, body, idempotencyKey });
    if ('refused' in answer) {
      if (answer.hit) c.header('Idempotency-Hit', 'true');
      return replyRefusal(c, answer.refused);
    }
    return replyJson(c, answer.body, {
      status: answer.status,
      headers: answer.hit ? { 'Idempotency-Hit': 'true' } : {},
    });
  });

  routes.post('/:redemptionId/release', async (c) => {
    const answer = await releaseRedemption(deps, {
      shop: c.get('shop'),
      redemptionId: pathId(c, 'redemptionId'),
      shopperExternalId: c.get('claims').externalId,
    });
    return 'refused' in answer ? replyRefusal(c, answer.refused) : replyJson(c, answer.body);
  });

  return routes;
};
