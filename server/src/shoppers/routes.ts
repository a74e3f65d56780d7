import { Hono } from 'hono';
import { nowOf } from '../access/shop-clock.ts';
import {
  adjustmentInput,
  mergeInput,
  merchantProfileChange,
  profileChange,
  shoppersQuery,
} from '@okaeri/shared/shoppers';
import { eventsInput } from '@okaeri/shared/suggestions';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { ProblemError, replyRefusal } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import {
  badCursor,
  pagingQuery,
  pathId,
  readIdempotencyKey,
  readPaging,
} from '../http/read-request.ts';
import { replyJson, saidByMiddleware } from '../http/reply.ts';
import { answer, done, jsonBody, query, refuse } from '../http/typed.ts';
import type { ShopperEnv } from '../http/storefront.ts';
import { listTransactions, parseCursor } from '../ledger/list-transactions.ts';
import type { ShopRow, ShopperRow } from '../store/rows.ts';
import { adjustPoints } from './adjust-points.ts';
import { editProfile } from './edit-profile.ts';
import { eraseShopper } from './erase-shopper.ts';
import { exportShopper } from './export-shopper.ts';
import { filterOf, listShoppers } from './list-shoppers.ts';
import { showCard } from './show-card.ts';
import { mergeShoppers } from './merge-shoppers.ts';
import { readMe, visit } from './read-me.ts';
import { noteSeen } from './note-seen.ts';
import { viewAs } from './view-as.ts';
import { findShopper, readShopper, readSuggestions } from './read-shopper.ts';

// No cache but the reader's own may keep it, and that one asks again.
const PERSONAL = { 'Cache-Control': 'private, no-cache' };

type Paging = ReturnType<typeof readPaging>;

const history = (deps: Deps, shop: ShopRow, shopper: ShopperRow, paging: Paging) => {
  const from = paging.cursor === undefined ? undefined : parseCursor(paging.cursor);
  if (paging.cursor !== undefined && from === undefined) throw badCursor();
  const { limit } = paging;
  return listTransactions(deps, { shopper, from, limit, now: nowOf(deps, shop) });
};

const unknown = (): ProblemError =>
  new ProblemError('unknownShopper', 'The shop has no shopper of this id.');

/** What the merchant does about one shopper. */
const shopperActs = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .post('/:shopperId/adjustments', jsonBody(adjustmentInput), async (c) => {
      const of = { shop: c.get('shop'), externalId: pathId(c, 'shopperId') };
      const idempotencyKey = readIdempotencyKey(c);
      const body = c.req.valid('json');
      const adjusted = await adjustPoints(deps, { ...of, body, idempotencyKey });
      if (adjusted.hit) c.header('Idempotency-Hit', 'true');
      if ('refused' in adjusted) return refuse(c, adjusted.refused);
      const headers: Record<string, string> = adjusted.hit ? { 'Idempotency-Hit': 'true' } : {};
      return answer(c, adjusted.body, { status: adjusted.status as 201, headers });
    })
    .post('/:shopperId/merge', jsonBody(mergeInput), async (c) => {
      const shop = c.get('shop');
      const intoId = pathId(c, 'shopperId');
      const { from: fromId } = c.req.valid('json');
      const merged = await mergeShoppers(deps, { shop, intoId, fromId });
      if ('refused' in merged) return refuse(c, merged.refused);
      const shopper = await readShopper(deps, shop, intoId);
      if (shopper === undefined) throw unknown();
      return answer(c, shopper);
    });

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
      const change = c.req.valid('json');
      const who = { externalId, email: null, name: null, locale: null };
      const edited = await editProfile(deps, { shop, who, change, by: 'merchant' });
      if ('refused' in edited) return refuse(c, edited.refused);
      const shopper = await readShopper(deps, shop, externalId);
      if (shopper === undefined) throw unknown();
      return answer(c, shopper, { status: edited.ok.created ? 201 : 200 });
    })
    .get('/:shopperId', async (c) => {
      const shopper = await readShopper(deps, c.get('shop'), pathId(c, 'shopperId'));
      if (shopper === undefined) throw unknown();
      return answer(c, shopper);
    })
    .delete('/:shopperId', async (c) => {
      const externalId = pathId(c, 'shopperId');
      if (!(await eraseShopper(deps, { shop: c.get('shop'), externalId }))) throw unknown();
      return done();
    })
    .route('/', shopperActs(deps))
    .get('/:shopperId/suggestions', async (c) => {
      const audit = await readSuggestions(deps, c.get('shop'), pathId(c, 'shopperId'));
      if (audit === undefined) throw unknown();
      return answer(c, audit);
    })
    .get('/:shopperId/export', async (c) => {
      const shop = c.get('shop');
      const externalId = pathId(c, 'shopperId');
      const row = await findShopper(deps, { shopId: shop.id, externalId });
      const exported = row && (await exportShopper(deps, { shop, row, externalId }));
      if (exported === undefined) throw unknown();
      return answer(c, exported, { headers: PERSONAL });
    })
    .get('/:shopperId/view', async (c) => {
      const token = await viewAs(deps, c.get('shop'), pathId(c, 'shopperId'));
      if (token === undefined) throw unknown();
      return answer(c, { token }, { headers: { 'Cache-Control': 'no-store' } });
    })
    .get('/:shopperId/transactions', query(pagingQuery), async (c) => {
      const shop = c.get('shop');
      const { cursor, limit } = c.req.valid('query');
      const externalId = pathId(c, 'shopperId');
      const shopper = await findShopper(deps, { shopId: shop.id, externalId });
      if (shopper === undefined) throw unknown();
      return answer(c, await history(deps, shop, shopper, { cursor, limit }));
    });

/** `/storefront/v1/{publicKey}/me`: shoppers see themselves, and nobody else. */
export const meRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();

  routes.get('/', async (c) => {
    const me = await readMe(deps, c.get('shop'), c.get('claims'));
    if ('refused' in me) return replyRefusal(c, me.refused);
    return replyJson(c, me.ok, { headers: PERSONAL });
  });

  routes.patch('/', async (c) => {
    const shop = c.get('shop');
    const { externalId, email, name, locale } = c.get('claims');
    const { input: change } = await readBody(c, profileChange);
    const who = { externalId, email, name, locale };
    const edited = await editProfile(deps, { shop, who, change, by: 'shopper' });
    if ('refused' in edited) return replyRefusal(c, edited.refused);
    const me = await readMe(deps, shop, c.get('claims'));
    return 'refused' in me ? replyRefusal(c, me.refused) : replyJson(c, me.ok);
  });

  routes.get('/export', async (c) => {
    const shop = c.get('shop');
    const { externalId } = c.get('claims');
    const visited = await visit(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const exported = await exportShopper(deps, { shop, row: visited.ok, externalId });
    if (exported === undefined) throw unknown();
    return replyJson(c, exported, { headers: PERSONAL });
  });

  routes.delete('/', async (c) => {
    const { externalId } = c.get('claims');
    await eraseShopper(deps, { shop: c.get('shop'), externalId });
    return new Response(null, { status: 204, headers: saidByMiddleware(c) });
  });

  routes.post('/events', async (c) => {
    const { input } = await readBody(c, eventsInput);
    const { externalId } = c.get('claims');
    await noteSeen(deps, { shop: c.get('shop'), externalId, seen: input.seen });
    return new Response(null, { status: 204, headers: saidByMiddleware(c) });
  });

  routes.post('/card', async (c) => {
    const shop = c.get('shop');
    const visited = await visit(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    return replyJson(c, showCard(deps, shop, visited.ok), { headers: PERSONAL });
  });

  routes.post('/enroll', async (c) => {
    const visited = await visit(deps, c.get('shop'), c.get('claims'), { enrol: true });
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const me = await readMe(deps, c.get('shop'), c.get('claims'));
    return 'refused' in me ? replyRefusal(c, me.refused) : replyJson(c, me.ok);
  });

  routes.get('/transactions', async (c) => {
    const shop = c.get('shop');
    const paging = readPaging(c);
    const visited = await visit(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const page = await history(deps, shop, visited.ok, paging);
    return replyJson(c, page, { headers: PERSONAL });
  });

  return routes;
};
