import { Hono } from 'hono';
import { reasonInput } from '@okaeri/shared/code-lists';
import {
  adjustmentInput,
  gift,
  mergeInput,
  merchantProfileChange,
  shoppersQuery,
  tierMove,
  type AdjustedPoints,
  type ChangedShopper,
} from '@okaeri/shared/shoppers';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { badCursor, pathId, readIdempotencyKey } from '../../platform/http/read-request.ts';
import { answer, jsonBody, query, refuse, reply, sentBody } from '../../platform/http/typed.ts';
import { leftOutOf } from '../../platform/lib/left-out.ts';
import { adjustPoints } from './adjust-points.ts';
import { editProfile } from './edit-profile.ts';
import { listShoppers } from './list-shoppers.ts';
import { giveReward } from './give-reward.ts';
import { moveTier } from './move-tier.ts';
import { undoAdjustment } from './undo-adjustment.ts';
import { mergeShoppers } from './merge-shoppers.ts';
import { readShopper } from './read-shopper.ts';
import { recordRoutes, unknownShopper } from './record-routes.ts';
import { usableChange } from './usable-change.ts';
import { viewAs } from './view-as.ts';

/** `/v1/shoppers`: a shopper as the merchant sees them. */
export const shopperRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(shoppersQuery), async (c) => {
      const asked = c.req.valid('query');
      const list = await listShoppers(deps, c.get('shop'), asked);
      if (list === undefined) throw badCursor();
      return answer(c, list);
    })
    .put('/:shopperId', jsonBody(merchantProfileChange), async (c) => {
      const shop = c.get('shop');
      const externalId = pathId(c, 'shopperId');
      const { change, warnings } = usableChange(sentBody(c), c.req.valid('json'));
      const who = { externalId, email: null, name: null, locale: null };
      const edited = await editProfile(deps, { shop, who, change, by: 'merchant' });
      if ('refused' in edited) return refuse(c, edited.refused);
      const shopper = await readShopper(deps, shop, { externalId });
      if (shopper === undefined) throw unknownShopper();
      const changed: ChangedShopper = { ...shopper, warnings };
      return answer(c, changed, { status: edited.ok.created ? 201 : 200 });
    })
    .route('/', shopperActs(deps))
    .get('/:shopperId/view', async (c) => {
      const token = await viewAs(deps, c.get('shop'), pathId(c, 'shopperId'));
      if (token === undefined) throw unknownShopper();
      return answer(c, { token }, { headers: { 'Cache-Control': 'no-store' } });
    })
    .route(
      '/',
      recordRoutes(deps, (externalId) => ({ externalId })),
    );

/** `/v1/guests`: shoppers who are known by an address alone, by the id this house gave them. */
export const guestRoutes = (deps: Deps) => recordRoutes(deps, (guestId) => ({ guestId }));

/** What the merchant does about one shopper. */
function shopperActs(deps: Deps) {
  return new Hono<MerchantEnv>()
    .post('/:shopperId/adjustments', jsonBody(adjustmentInput), async (c) => {
      const of = { shop: c.get('shop'), externalId: pathId(c, 'shopperId') };
      const idempotencyKey = readIdempotencyKey(c);
      const body = c.req.valid('json');
      const adjusted = await adjustPoints(deps, {
        ...of,
        body,
        idempotencyKey,
        actId: c.get('actId'),
      });
      if (adjusted.hit) c.header('Idempotency-Hit', 'true');
      if ('refused' in adjusted) return refuse(c, adjusted.refused);
      const headers: Record<string, string> = adjusted.hit ? { 'Idempotency-Hit': 'true' } : {};
      const adjustment: AdjustedPoints = {
        ...adjusted.body,
        warnings: leftOutOf(sentBody(c), body),
      };
      return answer(c, adjustment, { status: adjusted.status as 201, headers });
    })
    .post('/:shopperId/adjustments/:adjustmentId/undo', jsonBody(reasonInput), async (c) => {
      const of = { shop: c.get('shop'), externalId: pathId(c, 'shopperId') };
      const { reason } = c.req.valid('json');
      c.set('actReason', reason);
      const id = pathId(c, 'adjustmentId');
      return reply(c, await undoAdjustment(deps, { ...of, id, reason }));
    })
    .put('/:shopperId/tier', jsonBody(tierMove), async (c) => {
      const shop = c.get('shop');
      const externalId = pathId(c, 'shopperId');
      const { tierId, reason } = c.req.valid('json');
      c.set('actReason', reason);
      const actId = c.get('actId');
      const moved = await moveTier(deps, { shop, externalId, tierId, reason, actId });
      if ('refused' in moved) return refuse(c, moved.refused);
      const shopper = await readShopper(deps, shop, { externalId });
      if (shopper === undefined) throw unknownShopper();
      return answer(c, shopper);
    })
    .post('/:shopperId/gifts', jsonBody(gift), async (c) => {
      const of = { shop: c.get('shop'), externalId: pathId(c, 'shopperId') };
      const idempotencyKey = readIdempotencyKey(c);
      const body = c.req.valid('json');
      c.set('actReason', body.reason);
      const given = await giveReward(deps, { ...of, body, idempotencyKey, actId: c.get('actId') });
      if (given.hit) c.header('Idempotency-Hit', 'true');
      if ('refused' in given) return refuse(c, given.refused);
      const headers: Record<string, string> = given.hit ? { 'Idempotency-Hit': 'true' } : {};
      return answer(c, given.body, { status: given.status as 201, headers });
    })
    .post('/:shopperId/merge', jsonBody(mergeInput), async (c) => {
      const shop = c.get('shop');
      const intoId = pathId(c, 'shopperId');
      const { from: fromId } = c.req.valid('json');
      const merged = await mergeShoppers(deps, { shop, intoId, fromId });
      if ('refused' in merged) return refuse(c, merged.refused);
      const shopper = await readShopper(deps, shop, { externalId: intoId });
      if (shopper === undefined) throw unknownShopper();
      return answer(c, shopper);
    });
}
