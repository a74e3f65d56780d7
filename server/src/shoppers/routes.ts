import { Hono } from 'hono';
import { nowOf } from '../access/shop-clock.ts';
import {
  adjustmentInput,
  mergeInput,
  merchantProfileChange,
  profileChange,
} from '@okaeri/shared/shoppers';
import { eventsInput } from '@okaeri/shared/suggestions';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from '../http/merchant.ts';
import { ProblemError, replyRefusal } from '../http/problem.ts';
import { readBody } from '../http/read-body.ts';
import { badCursor, pathId, readIdempotencyKey, readPaging } from '../http/read-request.ts';
import { replyJson, saidByMiddleware } from '../http/reply.ts';
import type { ShopperEnv } from '../http/storefront.ts';
import { listTransactions, parseCursor } from '../ledger/list-transactions.ts';
import type { ShopRow, ShopperRow } from '../store/rows.ts';
import { adjustPoints } from './adjust-points.ts';
import { editProfile } from './edit-profile.ts';
import { eraseShopper } from './erase-shopper.ts';
import { exportShopper } from './export-shopper.ts';
import { showCard } from './show-card.ts';
import { mergeShoppers } from './merge-shoppers.ts';
import { readMe, visit } from './read-me.ts';
import { noteSeen } from './note-seen.ts';
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

/** `/v1/shoppers`: a shopper as the merchant sees them. */
export const shopperRoutes = (deps: Deps): Hono<MerchantEnv> => {
  const routes = new Hono<MerchantEnv>();

  routes.put('/:shopperId', async (c) => {
    const shop = c.get('shop');
    const externalId = pathId(c, 'shopperId');
    const { input: change } = await readBody(c, merchantProfileChange);
    const who = { externalId, email: null, name: null, locale: null };
    const edited = await editProfile(deps, { shop, who, change, by: 'merchant' });
    if ('refused' in edited) return replyRefusal(c, edited.refused);
    const shopper = await readShopper(deps, shop, externalId);
    return replyJson(c, shopper, { status: edited.ok.created ? 201 : 200 });
  });

  routes.get('/:shopperId', async (c) => {
    const shopper = await readShopper(deps, c.get('shop'), pathId(c, 'shopperId'));
    if (shopper === undefined) throw unknown();
    return replyJson(c, shopper);
  });

  routes.delete('/:shopperId', async (c) => {
    const externalId = pathId(c, 'shopperId');
    if (!(await eraseShopper(deps, { shop: c.get('shop'), externalId }))) throw unknown();
    return c.body(null, 204);
  });

  routes.post('/:shopperId/adjustments', async (c) => {
    const idempotencyKey = readIdempotencyKey(c);
    const externalId = pathId(c, 'shopperId');
    const { input: body } = await readBody(c, adjustmentInput);
    const shop = c.get('shop');
    const answer = await adjustPoints(deps, { shop, externalId, body, idempotencyKey });
    if (answer.hit) c.header('Idempotency-Hit', 'true');
    if ('refused' in answer) return replyRefusal(c, answer.refused);
    const headers: Record<string, string> = answer.hit ? { 'Idempotency-Hit': 'true' } : {};
    return replyJson(c, answer.body, { status: answer.status, headers });
  });

  routes.post('/:shopperId/merge', async (c) => {
    const shop = c.get('shop');
    const intoId = pathId(c, 'shopperId');
    const { input } = await readBody(c, mergeInput);
    const merged = await mergeShoppers(deps, { shop, intoId, fromId: input.from });
    if ('refused' in merged) return replyRefusal(c, merged.refused);
    return replyJson(c, await readShopper(deps, shop, intoId));
  });

  routes.get('/:shopperId/suggestions', async (c) => {
    const audit = await readSuggestions(deps, c.get('shop'), pathId(c, 'shopperId'));
    if (audit === undefined) throw unknown();
    return replyJson(c, audit);
  });

  routes.get('/:shopperId/export', async (c) => {
    const shop = c.get('shop');
    const externalId = pathId(c, 'shopperId');
    const row = await findShopper(deps, { shopId: shop.id, externalId });
    const exported = row && (await exportShopper(deps, { shop, row, externalId }));
    if (exported === undefined) throw unknown();
    return replyJson(c, exported, { headers: PERSONAL });
  });

  routes.get('/:shopperId/transactions', async (c) => {
    const shop = c.get('shop');
    const paging = readPaging(c);
    const externalId = pathId(c, 'shopperId');
    const shopper = await findShopper(deps, { shopId: shop.id, externalId });
    if (shopper === undefined) throw unknown();
    return replyJson(c, await history(deps, shop, shopper, paging));
  });

  return routes;
};

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
