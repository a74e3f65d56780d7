import { Hono, type Context } from 'hono';
import type { Refusal } from '@okaeri/shared/errors';
import { nextTouchInput } from '@okaeri/shared/contacts';
import type { ShopperEnv } from '../../access/storefront.ts';
import type { Deps } from '../../deps.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { authenticateShopper } from '../entry/authenticate-shopper.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import { nextTouch } from './next-touch.ts';
import { dismissOwnTouch, followOwnTouch } from './own-touches.ts';

/** `/storefront/v1/{publicKey}/me/touches`: what there is to say to a shopper, and what they make of it. */
export const myTouchRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();

  routes.post('/next', async (c) => {
    const { input: asked } = await readBody(c, nextTouchInput);
    const shop = c.get('shop');
    const found = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in found) return replyRefusal(c, found.refused);
    const next = await nextTouch(deps, { shop, shopper: found.ok, asked });
    return replyJson(c, next, { headers: PERSONAL });
  });

  const note = async (
    c: Context<ShopperEnv>,
    act: (of: { shopper: ShopperRow; touchId: string }) => Promise<Refusal | undefined>,
  ): Promise<Response> => {
    const found = await authenticateShopper(deps, c.get('shop'), c.get('claims'));
    if ('refused' in found) return replyRefusal(c, found.refused);
    const refused = await act({ shopper: found.ok, touchId: pathId(c, 'touchId') });
    return refused === undefined ? c.body(null, 204) : replyRefusal(c, refused);
  };

  routes.post('/:touchId/dismiss', (c) =>
    note(c, (of) => dismissOwnTouch(deps, { ...of, shop: c.get('shop') })),
  );
  routes.post('/:touchId/clicked', (c) =>
    note(c, (of) => followOwnTouch(deps, { ...of, shop: c.get('shop') })),
  );
  return routes;
};
