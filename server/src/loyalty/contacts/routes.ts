import { Hono, type Context } from 'hono';
import { declarationInput } from '@okaeri/shared/consents';
import { contactInput, contactSettings, touchesQuery } from '@okaeri/shared/contacts';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pagingQuery, pathId, readCursor, readIfMatch } from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { answer, jsonBody, query, refuse, replyTagged } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { authenticateShopper } from '../entry/authenticate-shopper.ts';
import { askInPage, dismissInPage } from './ask-in-page.ts';
import { readMarketingState, resumeMarketing } from './count-complaints.ts';
import { declareNewsletters, readDeclaration } from './declare-newsletters.ts';
import { listShopTouches, listTouches } from './list-touches.ts';
import { readContactSettings, saveContactSettings } from './settings.ts';
import { findRef, type ShopperRef } from '../shoppers/shopper-ref.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** `/storefront/v1/{publicKey}/me/contacts`: whether the page may say something unasked. */
export const myContactRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  const asShopper = async (
    c: Context<ShopperEnv>,
    act: (shopper: ShopperRow) => Promise<unknown>,
  ): Promise<Response> => {
    const found = await authenticateShopper(deps, c.get('shop'), c.get('claims'));
    return 'refused' in found ? replyRefusal(c, found.refused) : replyJson(c, await act(found.ok));
  };

  routes.post('/', async (c) => {
    const { input: asked } = await readBody(c, contactInput);
    return asShopper(c, (shopper) => askInPage(deps, { shop: c.get('shop'), shopper, asked }));
  });

  routes.post('/dismiss', async (c) => {
    const { input: dismissed } = await readBody(c, contactInput);
    const shop = c.get('shop');
    return asShopper(c, (shopper) => dismissInPage(deps, { shop, shopper, dismissed }));
  });
  return routes;
};

/** `/v1/contacts`: how often the shop speaks to one shopper. */
export const contactRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/settings', (c) => replyTagged(c, { ok: readContactSettings(c.get('shop')) }))
    .put('/settings', jsonBody(contactSettings), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      const document = c.req.valid('json');
      return replyTagged(c, await saveContactSettings(deps, { ...of, document }));
    })
    .get('/marketing', async (c) => answer(c, await readMarketingState(deps, c.get('shop'))))
    .post('/resume', async (c) => {
      const of = { shop: c.get('shop'), actor: c.get('actor') };
      const resumed = await resumeMarketing(deps, of);
      return 'refused' in resumed ? refuse(c, resumed.refused) : answer(c, resumed.ok);
    })
    .get('/declaration', async (c) => answer(c, await readDeclaration(deps, c.get('shop'))))
    .post('/declaration', jsonBody(declarationInput), async (c) => {
      const of = { shop: c.get('shop'), actor: c.get('actor') };
      const said = await declareNewsletters(deps, { ...of, declared: c.req.valid('json') });
      return 'refused' in said ? refuse(c, said.refused) : answer(c, said.ok);
    });

/** `/v1/shoppers/{shopperId}/touches`, and the same of a guest: what was to be said to them, and why it was or was not. */
export const touchRoutes = (deps: Deps, refOf: (id: string) => ShopperRef) =>
  new Hono<MerchantEnv>().get('/:shopperId/touches', query(pagingQuery), async (c) => {
    const shopId = c.get('shop').id;
    const { cursor, limit } = c.req.valid('query');
    const before = readCursor(cursor, FIRST_CURSOR.newest);
    const page = await deps.store.read(async (tx) => {
      const shopper = await findRef(tx, shopId, refOf(pathId(c, 'shopperId')));
      return shopper && listTouches(tx, { shopId, shopperId: shopper.id, before, limit });
    });
    if (page === undefined)
      throw new ProblemError('unknownShopper', 'The shop has no shopper of this id.');
    return answer(c, page, { headers: PERSONAL });
  });

/** `/v1/touches`: the same of the whole shop. */
export const shopTouchRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(touchesQuery.extend(pagingQuery.shape)), async (c) => {
    const shopId = c.get('shop').id;
    const { cursor, limit, ...asked } = c.req.valid('query');
    const before = readCursor(cursor, FIRST_CURSOR.newest);
    const page = await deps.store.read((tx) =>
      listShopTouches(tx, { shopId, asked, before, limit }),
    );
    return answer(c, page, { headers: PERSONAL });
  });
