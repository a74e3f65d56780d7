import { Hono } from 'hono';
import {
  consentInput,
  ownConsentInput,
  ownConsentsQuery,
  suppressionInput,
  suppressionLookup,
  suppressionLift,
  wordings,
} from '@okaeri/shared/consents';
import type { MerchantEnv } from '../../access/merchant.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { takeChoice } from '../../access/take-choice.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { check, readBody } from '../../platform/http/read-body.ts';
import {
  pagingQuery,
  pathId,
  readCursor,
  readIdempotencyKey,
  readIfMatch,
} from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { answer, done, jsonBody, query, refuse, replyTagged } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { findRef, type ShopperRef } from '../shoppers/shopper-ref.ts';
import { chooseConsent, readOwnConsents } from './choose-consent.ts';
import { listConsents } from './read-consents.ts';
import { recordConsent } from './record-consent.ts';
import { liftByHand, lookUpSuppressions, suppressByHand } from './suppress-address.ts';
import type { EntryAuthor } from './tables.ts';
import { readWordings, saveWordings } from './wordings.ts';

/** `/v1/shoppers/{shopperId}/consents`, and the same of a guest: what somebody has said to the shop. */
export const consentRoutes = (deps: Deps, refOf: (id: string) => ShopperRef) =>
  new Hono<MerchantEnv>()
    .post('/:shopperId/consents', jsonBody(consentInput), async (c) => {
      const recorded = await recordConsent(deps, {
        shop: c.get('shop'),
        ref: refOf(pathId(c, 'shopperId')),
        said: c.req.valid('json'),
        by: authorOf(c.get('actor')),
        idempotencyKey: readIdempotencyKey(c),
      });
      if (recorded.hit) c.header('Idempotency-Hit', 'true');
      if ('refused' in recorded) return refuse(c, recorded.refused);
      return answer(c, recorded.body, { status: 201 });
    })
    .get('/:shopperId/consents', query(pagingQuery), async (c) => {
      const shop = c.get('shop');
      const { cursor, limit } = c.req.valid('query');
      const before = readCursor(cursor, FIRST_CURSOR.newest);
      const page = await deps.store.read(async (tx) => {
        const shopper = await findRef(tx, shop.id, refOf(pathId(c, 'shopperId')));
        if (shopper === undefined) return undefined;
        return listConsents(tx, { shop, shopper, now: nowOf(deps, shop), before, limit });
      });
      if (page === undefined)
        throw new ProblemError('unknownShopper', 'The shop has no shopper of this id.');
      return answer(c, page, { headers: PERSONAL });
    });

/** `/v1/contacts/wordings`: the sentences shoppers agree to. */
export const wordingRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => {
      const shopId = c.get('shop').id;
      return replyTagged(c, { ok: await deps.store.read((tx) => readWordings(tx, shopId)) });
    })
    .put('/', jsonBody(wordings), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveWordings(deps, { ...of, document: c.req.valid('json') }));
    });

/** `/v1/contacts/suppressions`: addresses nothing is sent to. No address stands in a URL. */
export const suppressionRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .post('/', jsonBody(suppressionInput), async (c) => {
      await suppressByHand(deps, c.get('shop'), c.req.valid('json').email);
      return done();
    })
    .post('/lift', jsonBody(suppressionLift), async (c) => {
      await liftByHand(deps, c.get('shop'), c.req.valid('json').email);
      return done();
    })
    .post('/lookup', jsonBody(suppressionLookup), async (c) => {
      const { emails } = c.req.valid('json');
      return answer(c, { items: await lookUpSuppressions(deps, c.get('shop'), emails) });
    });

/** `/storefront/v1/{publicKey}/me/consents`: what a shopper wants to hear about. */
export const ownConsentRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  routes.get('/', async (c) => {
    const { locale } = check(ownConsentsQuery, c.req.query());
    const visit = { shop: c.get('shop'), claims: c.get('claims'), locale };
    const found = await readOwnConsents(deps, visit);
    if ('refused' in found) return replyRefusal(c, found.refused);
    return replyJson(c, { items: found.ok }, { headers: PERSONAL });
  });
  routes.put('/', async (c) => {
    const { input } = await readBody(c, ownConsentInput);
    takeChoice(deps, c, input.state === 'withdrawn');
    const visit = { shop: c.get('shop'), claims: c.get('claims') };
    const chosen = await chooseConsent(deps, visit, input);
    if ('refused' in chosen) return replyRefusal(c, chosen.refused);
    return replyJson(c, chosen.ok, { headers: PERSONAL });
  });
  return routes;
};

function authorOf(actor: MerchantEnv['Variables']['actor']): EntryAuthor {
  return actor.kind === 'person'
    ? { kind: 'person', name: actor.name }
    : { kind: 'key', name: actor.label };
}
