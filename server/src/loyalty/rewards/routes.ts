import { CsvError, parse } from 'csv-parse/sync';
import { Hono, type Context } from 'hono';
import { codesQuery, extension, reasonInput } from '@okaeri/shared/code-lists';
import { LIMITS } from '@okaeri/shared/limits';
import {
  merchantRedemptionInput,
  poolInput,
  redemptionFulfilment,
  redemptionInput,
  voucherUnuse,
  voucherUse,
  voucherValidation,
} from '@okaeri/shared/redemptions';
import type { Deps } from '../../deps.ts';
import { createAttemptLimit, FAILED_CODE_LIMIT } from '../../platform/http/attempt-limit.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { check, readBody, readText } from '../../platform/http/read-body.ts';
import { badCursor, pathId, readIdempotencyKey } from '../../platform/http/read-request.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { moveVoucherByCode, validateVoucher, type VoucherMoved } from './check-voucher.ts';
import { answer, jsonBody, query, refuse } from '../../platform/http/typed.ts';
import { extendCode, voidCode } from './end-code.ts';
import { listCodes } from './list-codes.ts';
import { readCode } from './read-code.ts';
import { addPoolCodes } from './add-pool-codes.ts';
import { fulfilRedemption } from './fulfil-redemption.ts';
import { redeemReward, type RedemptionAnswer } from './redeem-reward.ts';
import { confirmRelease, releaseRedemption } from './release-redemption.ts';

/** `/v1/redemptions`: rewards taken, fulfilled and given back by the merchant. */
export const merchantRedemptionRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(codesQuery), async (c) => {
      const { counted, ...asked } = c.req.valid('query');
      const shop = c.get('shop');
      const list = await listCodes(deps, shop, { ...asked, counted: counted === 'true' });
      if (list === undefined) throw badCursor();
      return answer(c, list);
    })
    .get('/:redemptionId', async (c) => {
      const page = await readCode(deps, c.get('shop'), pathId(c, 'redemptionId'));
      if (page === undefined) throw new ProblemError('unknownRedemption', 'There is none.');
      return answer(c, page);
    })
    .post('/', async (c) => {
      const idempotencyKey = readIdempotencyKey(c);
      const { input } = await readBody(c, merchantRedemptionInput);
      const { shopperId: externalId, ...body } = input;
      const who = { externalId, email: null, name: null, locale: null };
      const shop = c.get('shop');
      return replyAnswer(
        c,
        await redeemReward(deps, { shop, who, body, idempotencyKey, by: 'merchant' }),
      );
    })
    .post('/:redemptionId/release', async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      const input = { shop: c.get('shop'), redemptionId, shopperExternalId: null };
      return replyAnswer(c, await releaseRedemption(deps, input));
    })
    .post('/:redemptionId/confirm-release', async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      return replyAnswer(c, await confirmRelease(deps, { shop: c.get('shop'), redemptionId }));
    })
    .post('/:redemptionId/fulfil', async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      const { input } = await readBody(c, redemptionFulfilment);
      const shop = c.get('shop');
      return replyAnswer(c, await fulfilRedemption(deps, { shop, redemptionId, with: input }));
    })
    .route('/', endRoutes(deps));

/** What somebody of the team does about a code, each with its reason. */
function endRoutes(deps: Deps) {
  return new Hono<MerchantEnv>()
    .post('/:redemptionId/extend', jsonBody(extension), async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      const { expiresAt, reason } = c.req.valid('json');
      c.set('actReason', reason);
      return replyTyped(
        c,
        await extendCode(deps, { shop: c.get('shop'), redemptionId, expiresAt }),
      );
    })
    .post('/:redemptionId/void', jsonBody(reasonInput), async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      c.set('actReason', c.req.valid('json').reason);
      return replyTyped(c, await voidCode(deps, { shop: c.get('shop'), redemptionId }));
    })
    .post('/:redemptionId/give-back', jsonBody(reasonInput), async (c) => {
      const redemptionId = pathId(c, 'redemptionId');
      c.set('actReason', c.req.valid('json').reason);
      const input = { shop: c.get('shop'), redemptionId, shopperExternalId: null };
      return replyTyped(c, await releaseRedemption(deps, input));
    });
}

function replyTyped(c: Context, moved: Awaited<ReturnType<typeof voidCode>>) {
  return 'refused' in moved ? refuse(c, moved.refused) : answer(c, moved.body);
}

/** `/v1/rewards`: the merchant's own codes for a reward, as JSON or as a file with one code in a line. */
export const poolRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  routes.post('/:rewardId/codes', async (c) => {
    const rewardId = pathId(c, 'rewardId');
    const { codes } = await readCodes(c);
    const outcome = await addPoolCodes(deps, { shop: c.get('shop'), rewardId, codes });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  });
  return routes;
};

/** `/v1/vouchers`: what a checkout calls. */
export const voucherRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();
  const attempts = createAttemptLimit(deps, FAILED_CODE_LIMIT);

  routes.post('/:code/validate', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    const { input: basket } = await readBody(c, voucherValidation);
    await attempts.begin(c, shop.id);
    const answer = await validateVoucher(deps, { shop, code, basket });
    if (answer.reason !== 'unknown') await attempts.giveBack(c, shop.id);
    return replyJson(c, answer);
  });

  const replyMoved = async (c: Context<MerchantEnv>, moved: VoucherMoved): Promise<Response> => {
    const isGuess = 'refused' in moved && moved.refused.code === 'unknownVoucher';
    if (!isGuess) await attempts.giveBack(c, c.get('shop').id);
    return 'ok' in moved ? replyJson(c, moved.ok) : replyRefusal(c, moved.refused);
  };

  routes.post('/:code/use', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    const { input: use } = await readBody(c, voucherUse);
    await attempts.begin(c, shop.id);
    return replyMoved(c, await moveVoucherByCode(deps, { shop, code, use, to: 'used' }));
  });

  routes.post('/:code/release', async (c) => {
    const shop = c.get('shop');
    const code = pathId(c, 'code');
    const { input: use } = await readBody(c, voucherUnuse);
    await attempts.begin(c, shop.id);
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
    const shop = c.get('shop');
    return replyAnswer(
      c,
      await redeemReward(deps, { shop, who, body, idempotencyKey, by: 'shopper' }),
    );
  });

  routes.post('/:redemptionId/release', async (c) => {
    const answer = await releaseRedemption(deps, {
      shop: c.get('shop'),
      redemptionId: pathId(c, 'redemptionId'),
      shopperExternalId: c.get('claims').externalId,
    });
    return replyAnswer(c, answer);
  });

  return routes;
};

/** Answers with what an act on a redemption came to. */
function replyAnswer(c: Context, answer: RedemptionAnswer): Response {
  const hit: Record<string, string> =
    'hit' in answer && answer.hit ? { 'Idempotency-Hit': 'true' } : {};
  if ('refused' in answer) {
    for (const [name, value] of Object.entries(hit)) c.header(name, value);
    return replyRefusal(c, answer.refused);
  }
  return replyJson(c, answer.body, { status: answer.status, headers: hit });
}

/** Codes may stand in a table with a header, and notes beside them. More rows than may come are not read. */
const CODE_TABLE = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  to: LIMITS.poolCodesMax + 2,
};

/** The codes of an upload: `text/csv` with one code first in each line, or JSON. */
async function readCodes(c: Context): Promise<{ codes: string[] }> {
  if (c.req.header('content-type')?.startsWith('text/csv') !== true)
    return (await readBody(c, poolInput)).input;
  const text = await readText(c);
  try {
    const codes = parse(text, CODE_TABLE).map(([code = '']) => code);
    return check(poolInput, { codes: codes.filter((code) => code !== '' && code !== 'code') });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ProblemError('invalidRequest', `The body is no CSV: ${error.code}.`);
  }
}
