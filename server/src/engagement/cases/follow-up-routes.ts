import { Hono, type Context } from 'hono';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import { openLink } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../../loyalty/ledger/queries.ts';
import { lockMerged } from '../../loyalty/shoppers/lock-shopper.ts';
import { readText } from '../../platform/http/read-body.ts';
import { first } from '../../platform/store/store.ts';
import { FOLLOW_UP_HEADERS, followUpPage, type FollowUpState } from './follow-up-page.ts';
import { sayOutcome } from './own-cases.ts';

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
      headers: FOLLOW_UP_HEADERS,
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
    const isTaken = await answer(deps, shop, { token: form.get('token') ?? '', solved });
    if (!isTaken) return show(c, 'over', shop.name);
    return show(c, solved ? 'solved' : 'notSolved', shop.name);
  });
  return routes;
};

async function answer(
  deps: Deps,
  shop: ShopRow,
  { token, solved }: { token: string; solved: boolean },
): Promise<boolean> {
  const now = nowOf(deps, shop);
  const opened = await openLink(deps, shop, { token, use: 'case', now });
  if ('refused' in opened || opened.ok.caseId === undefined) return false;
  const { shopperId, caseId } = opened.ok;
  const said = await deps.store.write(async (tx) => {
    const key = { shopId: shop.id, shopperId };
    const shopper = await lockMerged(tx, await first(tx, lockShopper, key));
    if (shopper === undefined || shopper.erasedAt !== null) return undefined;
    return sayOutcome(deps, tx, { shop, shopper, caseId, solved, now });
  });
  return said !== undefined && 'ok' in said;
}
