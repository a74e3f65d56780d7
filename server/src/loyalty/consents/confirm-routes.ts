import { Hono, type Context } from 'hono';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { LINK_PAGE_HEADERS } from '../../platform/http/link-page.ts';
import { readText } from '../../platform/http/read-body.ts';
import { confirmConsent } from './confirm-consent.ts';
import { confirmPage } from './confirm-page.ts';

/** Bytes of the form: a token. */
const FORM_BYTES_MAX = 4096;

/**
 * `/consent/{publicKey}#{token}`: the page behind the link that asks to confirm a consent. Opening it changes nothing,
 * as programs that look at mail follow its links; its button does.
 */
export const confirmRoutes = (deps: Deps): Hono => {
  const routes = new Hono();
  const show = async (
    c: Context,
    state: Parameters<typeof confirmPage>[1],
    shopName: string,
  ): Promise<Response> =>
    new Response(await confirmPage(c.req.header('accept-language') ?? '', state, shopName), {
      status: state === 'over' ? 404 : 200,
      headers: LINK_PAGE_HEADERS,
    });

  routes.get('/:publicKey', async (c) => {
    const shop = await findShopByPublicKey(deps, c.req.param('publicKey'));
    return shop === undefined ? show(c, 'over', '') : show(c, 'asks', shop.name);
  });
  routes.post('/:publicKey', async (c) => {
    const shop = await findShopByPublicKey(deps, c.req.param('publicKey'));
    if (shop === undefined) return show(c, 'over', '');
    const form = new URLSearchParams(await readText(c, FORM_BYTES_MAX));
    return show(c, await confirmConsent(deps, shop, form.get('token') ?? ''), shop.name);
  });
  return routes;
};
