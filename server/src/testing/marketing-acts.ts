import type { Asked } from '../loyalty/contacts/ask-touch.ts';
import { askTouch } from '../loyalty/contacts/ask-touch.ts';
import { planTouch } from '../loyalty/contacts/plan-touch.ts';
import type { Someone, WantedTouch } from '../loyalty/contacts/touch-types.ts';
import type { TouchKind } from '../loyalty/contacts/touch-kinds.ts';
import { selectShop } from '../access/queries.ts';
import type { Deps } from '../deps.ts';
import { lockShopper } from '../loyalty/ledger/queries.ts';
import { selectShopperByExternalId } from '../loyalty/shoppers/queries.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import type { MailSender } from '../platform/mail/mail-sender.ts';
import { first, type Tx } from '../platform/store/store.ts';
import type { World } from './world.ts';

/** A mail server that takes everything and keeps nothing. */
export const TAKES_ALL: MailSender = {
  from: 'shops@okaeri.example',
  send: () => Promise.resolve(),
  close: () => undefined,
};

/** The words people agree to in tests. */
export const WORDING = { id: 'w1', purpose: 'marketing', texts: { en: 'News by e-mail, please.' } };

/** Saves the wording, and settings of contacts that let everything through. */
export const openForMarketing = async (world: World, settings: object = {}): Promise<void> => {
  await world.merchant(
    'PUT',
    '/v1/contacts/wordings',
    { wordings: [WORDING] },
    { 'if-match': '"w0"' },
  );
  await settleContacts(world, { quietHours: { from: 0, to: 0 }, ...settings });
};

export const settleContacts = async (world: World, settings: object): Promise<void> => {
  const { headers } = await world.merchant('GET', '/v1/contacts/settings');
  const ifMatch = { 'if-match': headers.get('etag') ?? '' };
  const saved = await world.merchant('PUT', '/v1/contacts/settings', settings, ifMatch);
  if (!saved.ok) throw new Error(await saved.text());
};

let keys = 0;

/** Somebody who agreed to marketing with words, confirmed by the shop. */
export const subscriber = async (world: World, id: string): Promise<void> => {
  await world.merchant('PUT', `/v1/shoppers/${id}`, { email: `${id}@example.com` });
  const said = {
    purpose: 'marketing',
    channel: 'email',
    state: 'given',
    wordingId: WORDING.id,
    evidence: { confirmedAt: new Date(world.clock.at).toISOString() },
  };
  const key = { 'idempotency-key': `s${(keys += 1)}` };
  const saved = await world.merchant('POST', `/v1/shoppers/${id}/consents`, said, key);
  if (!saved.ok) throw new Error(await saved.text());
};

/** Deps in which the kinds of touches are as a test needs them. */
export const withKind = (
  deps: Deps,
  kind: 'nextStep' | 'reviewRequest',
  change: Partial<TouchKind>,
): Deps => ({
  ...deps,
  touches: { ...deps.touches, [kind]: { ...deps.touches[kind], ...change } },
});

/** Asks about a message to somebody, as the area that wants to send it would. */
export const askFor = (deps: Deps, world: World, wish: Wish): Promise<Asked> =>
  about(deps, world, wish, (tx, of) => askTouch(deps, tx, { ...of, definition: 'running' }));

/** Plans one for later. */
export const planFor = (deps: Deps, world: World, wish: Wish): Promise<void> =>
  about(deps, world, wish, (tx, { shop, shopper, wanted, now }) =>
    planTouch(deps, tx, { shop, shopperId: shopper.id, wanted, now }),
  );

type Wish = { readonly id: string } & Partial<WantedTouch>;

function about<T>(
  deps: Deps,
  world: World,
  { id, ...change }: Wish,
  act: (tx: Tx, of: Someone & { readonly wanted: WantedTouch }) => Promise<T>,
): Promise<T> {
  return deps.store.write(async (tx) => {
    const shop = await first(tx, selectShop, { shopId: (await world.shop()).id });
    if (shop === undefined) throw new Error('no shop');
    const named = await first(tx, selectShopperByExternalId, { shopId: shop.id, externalId: id });
    const shopper = await first(tx, lockShopper, { shopId: shop.id, shopperId: named?.id ?? '' });
    if (shopper === undefined) throw new Error(`nobody is ${id}`);
    const now = world.clock.at;
    const wanted: WantedTouch = {
      key: `test:${id}:${(keys += 1)}`,
      kind: 'nextStep',
      channel: 'email',
      subject: `about ${keys}`,
      dueAt: now,
      validUntil: now + 30 * DAY_MS,
      ...change,
    };
    return act(tx, { shop, shopper, now, wanted });
  });
}
