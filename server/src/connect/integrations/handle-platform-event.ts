import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { takePrivacyRequest } from '../../backoffice/privacy/privacy-requests.ts';
import { editProfile } from '../../backoffice/shopper-record/edit-profile.ts';
import { eraseShopper } from '../../backoffice/shopper-record/erase-shopper.ts';
import { eraseEverybody } from '../../backoffice/shopper-record/erase-everybody.ts';
import { isErased } from '../../loyalty/shoppers/lock-shopper.ts';
import { findGuest } from '../../loyalty/shoppers/find-guest.ts';
import { mergeShoppers } from '../../backoffice/shopper-record/merge-shoppers.ts';
import { forgetInMessages, forgetKeptMessages } from './forget-messages.ts';
import type { OpenConnection } from './find-connection.ts';
import type { PlatformEvent } from './contract/platform-event-rules.ts';
import { markUninstalled } from './connect-platform.ts';
import { adapterOf } from './platforms.ts';
import { touchPlatformCustomer } from './queries.ts';
import { ingestOrderUpdate, type OrderUpdate } from './ingest-order.ts';
import type { HandledEvent } from './handled-event.ts';
import { takeProductEvent } from './take-product-event.ts';
import type { ShopRow } from '../../access/tables.ts';

interface At {
  readonly shop: ShopRow;
  readonly connection: OpenConnection;
  readonly messageId: string;
}

type Of<Kind extends PlatformEvent['kind']> = Extract<PlatformEvent, { kind: Kind }>;

/** Does what a message of a platform comes to. Doing it again changes nothing. */
export const handlePlatformEvent = async (
  deps: Deps,
  meaning: PlatformEvent,
  at: At,
): Promise<HandledEvent> => {
  switch (meaning.kind) {
    case 'order':
      return takeOrder(deps, { orderId: meaning.snapshot.orderId, snapshot: meaning.snapshot }, at);
    case 'refund': {
      const refund = { id: meaning.refundId, refund: meaning.refund };
      return takeOrder(deps, { orderId: meaning.orderId, refund }, at);
    }
    case 'look':
      return look(deps, meaning.orderId, at);
    case 'customer':
      return takeCustomer(deps, meaning, at);
    case 'merge':
      return merge(deps, meaning, at);
    case 'dataRequest':
      await takePrivacyRequest(deps, {
        shop: at.shop,
        id: at.messageId,
        kind: 'data',
        subject: meaning.customerId,
        email: meaning.email,
      });
      return done();
    case 'redactCustomer':
      return redactCustomer(deps, meaning, at);
    case 'redactShop':
      return redactShop(deps, at);
    case 'uninstalled': {
      const { toldAt } = meaning;
      if (toldAt !== null && toldAt < at.connection.row.connectedAt)
        return ignored('older than the connection');
      await markUninstalled(deps, at.shop.id);
      return done(`at ${new Date(nowOf(deps, at.shop)).toISOString()}`);
    }
    case 'orderGone':
      return canAsk(at)
        ? look(deps, meaning.orderId, at)
        : takeOrder(deps, { orderId: meaning.orderId, isGone: true }, at);
    case 'product':
    case 'productLook':
    case 'productGone':
      return takeProductEvent(deps, meaning, at);
    default:
      return ignored(meaning.why);
  }
};

async function takeOrder(
  deps: Deps,
  news: Omit<OrderUpdate, 'shop' | 'onTie'>,
  at: At,
): Promise<HandledEvent> {
  const onTie = canAsk(at) ? 'ask' : adapterOf(at.connection).onTie;
  const taken = await ingestOrderUpdate(deps, { ...news, shop: at.shop, onTie });
  if (taken === 'tie') return look(deps, news.orderId, at);
  if (taken === 'nothingNew') return ignored('it was known');
  if (taken === 'waiting') return done('kept until the order is told of');
  const said = news.snapshot?.leftOut.map(({ path, message }) => `${path}: ${message}`) ?? [];
  return done(said.length === 0 ? null : said.join(' '));
}

/** Asks the platform how the order is now, and takes that. */
async function look(deps: Deps, orderId: string, at: At): Promise<HandledEvent> {
  if (!canAsk(at)) return ignored('the platform cannot be asked; its next message tells');
  const found = await adapterOf(at.connection).fetchOrder(deps, at, orderId);
  if (found === undefined) return ignored('the platform has no such order');
  await ingestOrderUpdate(deps, { shop: at.shop, orderId, ...found, onTie: 'digest' });
  return done();
}

async function takeCustomer(deps: Deps, said: Of<'customer'>, at: At): Promise<HandledEvent> {
  const { shop } = at;
  const { customerId: externalId, toldAt, email, name } = said;
  const naming = { shopId: shop.id, id: externalId, toldAt };
  const fresh = await deps.store.write(async (tx) =>
    (await isErased(deps, tx, { shopId: shop.id, kind: 'id', value: externalId }))
      ? undefined
      : tx.run(touchPlatformCustomer, naming),
  );
  if (fresh === undefined) return ignored('This person was erased.');
  if (fresh.length === 0) return ignored('a newer telling was known');
  const who = { externalId, email, name, locale: null };
  const change = { ...(email !== null && { email }), ...(name !== null && { name }) };
  const edited = await editProfile(deps, { shop, who, change, by: 'merchant' });
  return 'refused' in edited ? ignored(edited.refused.detail) : done();
}

async function merge(deps: Deps, said: Of<'merge'>, at: At): Promise<HandledEvent> {
  const { shop } = at;
  const pair = { shop, intoId: said.keptId, fromId: said.goneId };
  const merged = await mergeShoppers(deps, pair);
  if ('ok' in merged) return done();
  // The one who stays may be unknown here; the one who goes may have points.
  const who = { externalId: said.keptId, email: null, name: null, locale: null };
  await editProfile(deps, { shop, who, change: {}, by: 'merchant' });
  const again = await mergeShoppers(deps, pair);
  return 'ok' in again ? done() : ignored(again.refused.detail);
}

function done(note: string | null = null): HandledEvent {
  return { state: 'done', note };
}

async function redactCustomer(
  deps: Deps,
  said: Of<'redactCustomer'>,
  at: At,
): Promise<HandledEvent> {
  const { shop } = at;
  const { customerId: externalId, email } = said;
  const emails = email === null ? [] : [email];
  await eraseShopper(deps, { shop, ref: { externalId }, emails });
  const guest = email === null ? undefined : await findGuest(deps, shop.id, email);
  if (guest !== undefined) await eraseShopper(deps, { shop, ref: guest });
  // The platform may know an address the shop never got, or somebody who was never here.
  const names = { externalIds: [externalId], emails };
  await deps.store.write((tx) => forgetInMessages(tx, shop.id, names));
  await takePrivacyRequest(deps, {
    shop,
    id: at.messageId,
    kind: 'redactCustomer',
    subject: externalId,
  });
  return done();
}

async function redactShop(deps: Deps, at: At): Promise<HandledEvent> {
  const { shop, connection } = at;
  // An old request, sent again, must not empty a shop that has come back.
  if (connection.row.state === 'connected') return ignored('the shop is connected');
  // First: what is empty names nobody who is erased then.
  await forgetKeptMessages(deps, shop.id);
  await eraseEverybody(deps, shop);
  const request = { shop, id: at.messageId, kind: 'redactShop', subject: null } as const;
  await takePrivacyRequest(deps, request);
  return done();
}

function ignored(note: string): HandledEvent {
  return { state: 'ignored', note };
}

function canAsk({ connection }: At): boolean {
  return adapterOf(connection).hasAccess(connection.secrets);
}
