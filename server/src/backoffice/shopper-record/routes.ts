import { Hono } from 'hono';
import {
  adjustmentInput,
  mergeInput,
  merchantProfileChange,
  shoppersQuery,
  type AdjustedPoints,
  type ChangedShopper,
} from '@okaeri/shared/shoppers';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { pathId, readIdempotencyKey } from '../../platform/http/read-request.ts';
import { answer, jsonBody, query, refuse, sentBody } from '../../platform/http/typed.ts';
import { leftOutOf } from '../../platform/lib/left-out.ts';
import { adjustPoints } from './adjust-points.ts';
import { editProfile } from './edit-profile.ts';
import { filterOf, listShoppers } from './list-shoppers.ts';
import { mergeShoppers } from './merge-shoppers.ts';
import { readShopper } from './read-shopper.ts';
import { recordRoutes, unknownShopper } from './record-routes.ts';
import { usableChange } from './usable-change.ts';
import { viewAs } from './view-as.ts';

/** `/v1/shoppers`: a shopper as the merchant sees them. */
export const shopperRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(shoppersQuery), async (c) => {
      const { search, cursor, limit, ...narrowed } = c.req.valid('query');
      const asked = { search, filter: filterOf(narrowed), cursor, limit };
      return answer(c, await listShoppers(deps, c.get('shop').id, asked));
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
