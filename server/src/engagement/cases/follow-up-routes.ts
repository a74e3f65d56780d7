import { Hono, type Context } from 'hono';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import type { Deps } from '../../deps.ts';
import { LINK_PAGE_HEADERS } from '../../platform/http/link-page.ts';
import { readText } from '../../platform/http/read-body.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { followUpPage, type FollowUpState } from './follow-up-page.ts';

/** Bytes of the form: a token and an answer. */
const FORM_BYTES_MAX = 4096;

/**
 * `/case/{publicKey}#{token}`: the page behind the link that asks whether a case was put right. Opening it changes
 * nothing, as programs that look at mail follow its links; its buttons do.
 */
export const followUpRoutes = (deps: Deps): Hono => {
  const routes = new Hono();
  const show = async (c: Context, state: FollowUpState, shopName: string): Promise<Response> =>
    new Response(await followUpPage(c.req.header('accept-language') ?? '', state, shopName), {
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
    const solved = form.get('solved') === 'yes';
    const isTaken = await answerFollowUp(deps, shop, { token: form.get('token') ?? '', solved });
    if (!isTaken) return show(c, 'over', shop.name);
    return show(c, solved ? 'solved' : 'notSolved', shop.name);
  });
  return routes;
};
