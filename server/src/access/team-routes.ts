import { Hono } from 'hono';
import {
  checkInput,
  closeInput,
  keyInput,
  shopChange,
  tokenCheckInput,
} from '@okaeri/shared/access';
import { actsQuery, invitationInput, roleInput } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import type { MerchantEnv } from './merchant.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { pathId, readCursor } from '../platform/http/read-request.ts';
import { FIRST_CURSOR } from '../platform/lib/list-cursor.ts';
import { answer, done, jsonBody, query, refuse } from '../platform/http/typed.ts';
import { changeShop, closeShop, reopenShop, viewShop } from './change-shop.ts';
import { checkPage } from './check-page.ts';
import { checkToken } from './check-token.ts';
import { createKey, endKey, listKeys } from './manage-keys.ts';
import {
  invite,
  listInvitations,
  listStaff,
  removeStaff,
  setRole,
  withdrawInvitation,
} from './manage-team.ts';
import { listActs } from './list-acts.ts';
import { listSightings } from './widget-sightings.ts';

/** `/v1/shop`: the shop itself. */
export const shopRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', (c) => answer(c, viewShop(c.get('shop'))))
    .patch('/', jsonBody(shopChange), async (c) =>
      answer(c, await changeShop(deps, { shop: c.get('shop'), change: c.req.valid('json') })),
    )
    .post('/close', jsonBody(closeInput), async (c) => {
      const closed = await closeShop(deps, { shop: c.get('shop'), ...c.req.valid('json') });
      return 'refused' in closed ? refuse(c, closed.refused) : answer(c, closed.ok);
    })
    .post('/reopen', async (c) => answer(c, await reopenShop(deps, c.get('shop'))))
    .get('/sightings', async (c) => answer(c, await listSightings(deps, c.get('shop'))))
    .post('/check', jsonBody(checkInput), async (c) =>
      answer(c, await checkPage(deps, c.get('shop'), c.req.valid('json').url)),
    )
    .post('/check/token', jsonBody(tokenCheckInput), async (c) =>
      answer(c, await checkToken(deps, c.get('shop'), c.req.valid('json'))),
    );

/** `/v1/team`: its people, and who is asked to come. */
export const teamRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => answer(c, await listStaff(deps, c.get('shop').id)))
    .get('/invitations', async (c) => answer(c, await listInvitations(deps, c.get('shop').id)))
    .post('/invitations', jsonBody(invitationInput), async (c) => {
      const actor = c.get('actor');
      const by = actor.kind === 'person' ? actor.userId : actor.label;
      const input = { ...c.req.valid('json'), shopId: c.get('shop').id, by };
      const invited = await invite(deps, input);
      if ('refused' in invited) return refuse(c, invited.refused);
      return answer(c, invited.ok, { status: 201 });
    })
    .delete('/invitations/:invitationId', async (c) => {
      const of = { shopId: c.get('shop').id, id: pathId(c, 'invitationId') };
      if (await withdrawInvitation(deps, of)) return done();
      throw new ProblemError('unknownInvitation', 'It was taken, or withdrawn before.');
    })
    .put('/:userId', jsonBody(roleInput), async (c) => {
      const of = { shopId: c.get('shop').id, userId: pathId(c, 'userId') };
      const set = await setRole(deps, { ...of, ...c.req.valid('json') });
      return 'refused' in set ? refuse(c, set.refused) : answer(c, set.ok);
    })
    .delete('/:userId', async (c) => {
      const of = { shopId: c.get('shop').id, userId: pathId(c, 'userId') };
      const removed = await removeStaff(deps, of);
      return 'refused' in removed ? refuse(c, removed.refused) : done();
    });

/** `/v1/keys`: API keys and identity secrets. */
export const keyRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => answer(c, await listKeys(deps, c.get('shop').id)))
    .post('/', jsonBody(keyInput), async (c) => {
      const made = await createKey(deps, { shopId: c.get('shop').id, key: c.req.valid('json') });
      if ('refused' in made) return refuse(c, made.refused);
      return answer(c, made.ok, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    })
    .delete('/:keyId', async (c) => {
      if (await endKey(deps, { shopId: c.get('shop').id, id: pathId(c, 'keyId') })) return done();
      throw new ProblemError('unknownKey', 'The shop has no such key in force.');
    });

/** `/v1/acts`: who did what, and when. */
export const actRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', query(actsQuery), async (c) => {
    const { cursor, counted, ...asked } = c.req.valid('query');
    const after = cursor === undefined ? undefined : readCursor(cursor, FIRST_CURSOR.newest);
    const of = { ...asked, after, counted: counted === 'true' };
    return answer(c, await listActs(deps, c.get('shop').id, of));
  });
