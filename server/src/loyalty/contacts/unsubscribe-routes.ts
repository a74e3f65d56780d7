import { Hono, type Context } from 'hono';
import { consentPurpose, type ConsentPurpose } from '@okaeri/shared/consents';
import { openLink, type SignedLink } from '../../access/signed-links.ts';
import { findShopByPublicKey } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { readText } from '../../platform/http/read-body.ts';
import { allowMail, refuseMail } from './choose-mail.ts';
import { PREFERENCE_HEADERS, preferencePage, type PreferenceState } from './preference-page.ts';
import { readPreferences } from './read-preferences.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Bytes of the form. */
const FORM_BYTES_MAX = 4096;
/** What the page says of what was asked for again. */
const STARTED = { allowed: 'back', pending: 'pending', notPossible: 'asks' } as const;
const PATH = '/:publicKey/:token';

/**
 * `/unsubscribe/{publicKey}/{token}`: a page of buttons, as programs that look at mail follow its links; and the one
 * click of mail programs, which is a `POST` (RFC 8058). It works for ever, and without signing in.
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
    state: PreferenceState,
    known?: { shop: ShopRow; link: SignedLink; purpose: ConsentPurpose },
  ): Promise<Response> => {
    const { shop, link, purpose = 'reviews' } = known ?? {};
    const preferences =
      shop === undefined || link === undefined
        ? { items: [], recent: [] }
        : await readPreferences(deps, shop, { shopperId: link.shopperId, about: purposeOf(link) });
    const about = { shopName: shop?.name ?? '', purpose, preferences };
    const language = c.req.header('accept-language') ?? '';
    return new Response(await preferencePage(language, state, about), {
      status: state === 'wrong' ? 404 : 200,
      headers: PREFERENCE_HEADERS,
    });
  };

  routes.get(PATH, async (c) => {
    const known = await found(c);
    return known === undefined
      ? show(c, 'wrong')
      : show(c, 'asks', { ...known, purpose: purposeOf(known.link) });
  });

  routes.post(PATH, async (c) => {
    const known = await found(c);
    if (known === undefined) return show(c, 'wrong');
    const { shop, link } = known;
    // A form of buttons, or the one line of a mail program.
    const form = new URLSearchParams(await readText(c, FORM_BYTES_MAX));
    const named = (name: string) => consentPurpose.safeParse(form.get(name)).data;
    const about = purposeOf(link);
    const start = named('start') ?? (form.get('again') === 'yes' ? about : undefined);
    const { shopperId } = link;
    if (start !== undefined) {
      const done = await allowMail(deps, shop, { shopperId, purpose: start });
      return show(c, STARTED[done], { ...known, purpose: start });
    }
    const all = form.get('all') === 'yes';
    const purpose = named('stop') ?? about;
    const purposes = all ? consentPurpose.options : [purpose];
    await refuseMail(deps, shop, { shopperId, purposes });
    return show(c, all ? 'stoppedAll' : 'stopped', { ...known, purpose });
  });
  return routes;
};

/** Links of before were all about reviews. */
function purposeOf(link: SignedLink | undefined): ConsentPurpose {
  return link?.purpose ?? 'reviews';
}
