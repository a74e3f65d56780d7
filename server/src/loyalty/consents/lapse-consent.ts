import { findShop } from '../../access/find-shop.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../platform/outbox/deliver-due.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { OutboxRow } from '../../platform/outbox/tables.ts';
import { first } from '../../platform/store/store.ts';
import { lockShopper } from '../ledger/queries.ts';
import { lockMerged } from '../shoppers/lock-shopper.ts';
import { keepNewsletter } from './keep-newsletter.ts';

/** Shows a subscription no more that nobody has confirmed within its days (E25). Nothing is sent. */
export const lapseConsent = async (
  deps: Deps,
  row: OutboxRow,
  { shopperId }: OutboxPayload<'consentLapse'>,
): Promise<Delivery> => {
  const { shopId } = row;
  const shop = await findShop(deps, shopId);
  if (shop === undefined) return { kind: 'dropped', why: 'the shop is gone' };
  await deps.store.write(async (tx) => {
    const shopper = await lockMerged(tx, await first(tx, lockShopper, { shopId, shopperId }));
    if (shopper === undefined || shopper.erasedAt !== null) return;
    await keepNewsletter(tx, { shopId, shopperId: shopper.id, now: nowOf(deps, shop) });
  });
  return { kind: 'sent' };
};
