import { Hono, type Context } from 'hono';
import {
  activityInput,
  claimInput,
  claimTicketInput,
  type ActivityInput,
  type ReportedActivity,
} from '@okaeri/shared/activities';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import { leftOutOf } from '../../platform/lib/left-out.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { removeActivity } from './remove-activity.ts';
import { claimActivity, giveClaimTicket } from './claim-activity.ts';
import { recordActivity, type Activity, type ActivityOutcome } from './record-activity.ts';

/** `/v1/activities`: acts the merchant's systems report. */
export const activityRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.post('/', async (c) => {
    const { input, body } = await readBody(c, activityInput);
    const { id, email, name } = input.shopper;
    const who = {
      externalId: id ?? null,
      email: email ?? null,
      name: name ?? null,
      locale: null,
    };
    const act = toAct(input);
    const outcome = await recordActivity(deps, { shop: c.get('shop'), who, act });
    if ('refused' in outcome) return replyRefusal(c, outcome.refused);
    const reported: ReportedActivity = { ...outcome.ok, warnings: leftOutOf(body, input) };
    return replyJson(c, reported, { status: outcome.created ? 201 : 200 });
  });

  routes.delete('/:activityId', async (c) => {
    const activityId = pathId(c, 'activityId');
    const outcome = await removeActivity(deps, { shop: c.get('shop'), activityId });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  });

  return routes;
};

/** `/storefront/v1/{publicKey}/me/activities`: what a browser may claim, each time with a nonce. */
export const claimRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();

  routes.post('/nonces', async (c) => {
    const { input } = await readBody(c, claimTicketInput);
    const { externalId } = c.get('claims');
    const outcome = await giveClaimTicket(deps, { shop: c.get('shop'), externalId, ...input });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  });

  routes.post('/', async (c) => {
    const { input } = await readBody(c, claimInput);
    const { externalId, email, name, locale } = c.get('claims');
    const who = { externalId, email, name, locale };
    return replyOutcome(c, await claimActivity(deps, { shop: c.get('shop'), who, ...input }));
  });

  return routes;
};

function toAct(input: ActivityInput) {
  return (now: number): Activity => ({
    id: input.dedupeKey,
    facts: {
      kind: input.kind,
      name: input.activity ?? null,
      // What is said to happen later counts from now: nothing is given for the future.
      at: input.at == null ? now : Math.min(now, Date.parse(input.at)),
      amountMinor: input.amountMinor ?? null,
      currency: input.currency ?? null,
    },
    channel: input.channel ?? null,
    market: input.market ?? null,
  });
}

function replyOutcome(c: Context, outcome: ActivityOutcome): Response {
  return 'refused' in outcome
    ? replyRefusal(c, outcome.refused)
    : replyJson(c, outcome.ok, { status: outcome.created ? 201 : 200 });
}
