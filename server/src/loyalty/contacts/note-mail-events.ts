import type { MailEvent, MailEventsAnswer } from '@okaeri/shared/contacts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { suppressAddress, suppressDigest } from '../consents/suppress-address.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { countMarketing } from './count-complaints.ts';
import { noteBouncedTouch, noteComplainedTouch, selectTouchById } from './touch-queries.ts';

/** The id in a `Message-ID`, which programs write with angle brackets or without. */
const TOUCH = /^<?(to_[^@<>]+)@/;

/**
 * Takes what the shop's mail provider says of messages: an address that does not exist, or of somebody who complained,
 * gets nothing more (E29). The same said again changes nothing.
 */
export const noteMailEvents = (
  deps: Deps,
  shop: ShopRow,
  events: readonly MailEvent[],
): Promise<MailEventsAnswer> =>
  deps.store.write(async (tx) => {
    let known = 0;
    for (const event of events) if (await note(deps, tx, shop, event)) known += 1;
    return { known, unknown: events.length - known };
  });

async function note(deps: Deps, tx: Tx, shop: ShopRow, event: MailEvent): Promise<boolean> {
  const [, id] = TOUCH.exec(event.messageId.trim()) ?? [];
  const named = id && (await first(tx, selectTouchById, { shopId: shop.id, id }));
  if (!named) return false;
  if (event.kind === 'delivered') return true;
  const person = { shopId: shop.id, shopperId: named.shopperId };
  const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
  const touch = (await first(tx, selectTouchById, { shopId: shop.id, id: named.id })) ?? named;
  const { kind } = event;
  // Told again it changes nothing, also where somebody has shown meanwhile that the address works.
  if ((kind === 'hardBounce' ? touch.bouncedAt : touch.complainedAt) !== null) return true;
  const now = nowOf(deps, shop);
  // A provider's clock may be ahead: nothing has become of a message later than now.
  const at = Math.min(Date.parse(event.at), now);
  const of = { shopId: shop.id, key: touch.key };
  if (kind === 'hardBounce') await tx.run(noteBouncedTouch, { ...of, bouncedAt: at });
  else await tx.run(noteComplainedTouch, { ...of, complainedAt: at });
  if (kind === 'complaint' && touch.touchClass === 'marketing')
    await countMarketing(tx, { shopId: shop.id, now, what: 'complained' });
  const told = { shopId: shop.id, reason: kind, at };
  const { addressDigest } = touch;
  if (addressDigest !== null) await suppressDigest(tx, { ...told, addressDigest });
  // Of what an older release sent, no address is kept: it is theirs of now.
  else if (shopper?.email != null) await suppressAddress(tx, { ...told, email: shopper.email });
  return true;
}
