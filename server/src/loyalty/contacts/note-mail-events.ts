import type { MailEvent, MailEventsAnswer } from '@okaeri/shared/contacts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { suppressAddress } from '../consents/suppress-address.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
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
  const touch = id && (await first(tx, selectTouchById, { shopId: shop.id, id }));
  if (!touch) return false;
  if (event.kind === 'delivered') return true;
  // A provider's clock may be ahead: nothing has become of a message later than now.
  const at = Math.min(Date.parse(event.at), nowOf(deps, shop));
  const of = { shopId: shop.id, key: touch.key };
  if (event.kind === 'hardBounce') await tx.run(noteBouncedTouch, { ...of, bouncedAt: at });
  else await tx.run(noteComplainedTouch, { ...of, complainedAt: at });
  const person = { shopId: shop.id, shopperId: touch.shopperId };
  const shopper = await lockMerged(tx, await first(tx, lockShopper, person));
  if (shopper?.email == null) return true;
  const { kind: reason } = event;
  await suppressAddress(tx, { shopId: shop.id, email: shopper.email, reason, at });
  return true;
}
