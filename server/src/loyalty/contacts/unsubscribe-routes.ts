import { Hono, type Context } from 'hono';
import { consentPurpose, type ConsentPurpose } from '@okaeri/shared/consents';
import { openLink, type SignedLink } from '../../access/signed-links.ts';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { readText } from '../../platform/http/read-body.ts';
import { refuseMail } from './refuse-contacts.ts';
import { UNSUBSCRIBE_HEADERS, unsubscribePage, type UnsubscribeState } from './unsubscribe-page.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Bytes of the form. */
const FORM_BYTES_MAX = 4096;
const PATH = '/:publicKey/:token';

/**
 * `/unsubscribe/{publicKey}/{token}`: a page with one button, as programs that look at
 * mail follow its links; and the one click of mail programs, which is a `POST`
 * (RFC 8058). It works for ever, and without signing in.
 */
export const unsubscribeRoutes = (deps: Deps): Hono => {
  const routes = new Hono();

  const found = async (c: Context): Promise<{ shop: ShopRow; link: SignedLink } | undefined> => {
    const shop = await findShopByPublicKey(deps, c.req.param('publicKey') ?? '');
    if (shop === undefined) return undefined;
    const token = c.req.param('token') ?? '';
    const opened = await openLink(deps, shop, {
      token,
      use: 'unsubscribe',
      now: nowOf(deps, shop),
    });
    return 'ok' in opened ? { shop, link: opened.ok } : undefined;
  };
  const show = async (
    c: Context,
    state: UnsubscribeState,
    known?: { shop: ShopRow; link: SignedLink },
  ): Promise<Response> => {
    const about = { shopName: known?.shop.name ?? '', purpose: purposeOf(known?.link) };
    const language = c.req.header('accept-language') ?? '';
    return new Response(await unsubscribePage(language, state, about), {
      status: state === 'wrong' ? 404 : 200,
      headers: UNSUBSCRIBE_HEADERS,
    });
  };

  routes.get(PATH, async (c) => {
    const known = await found(c);
    return known === undefined ? show(c, 'wrong') : show(c, 'asks', known);
  });

  routes.post(PATH, async (c) => {
    const known = await found(c);
    if (known === undefined) return show(c, 'wrong');
    const { shop, link } = known;
    // A form of buttons, or the one line of a mail program.
    const form = new URLSearchParams(await readText(c, FORM_BYTES_MAX));
    const refuses = form.get('again') !== 'yes';
    const all = refuses && form.get('all') === 'yes';
    const purposes = all ? consentPurpose.options : [purposeOf(link)];
    await refuseMail(deps, shop, { shopperId: link.shopperId, purposes, refuses });
    if (!refuses) return show(c, 'back', known);
    return show(c, all ? 'stoppedAll' : 'stopped', known);
  });
  return routes;
};

/** Links of before were all about reviews. */
function purposeOf(link: SignedLink | undefined): ConsentPurpose {
  return link?.purpose ?? 'reviews';
}
