import type { ContactInput } from '@okaeri/shared/contacts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { decideContact, type Decision, type Wish } from './contact-rules.ts';
import { dismissContact, selectContacts, upsertContact } from './queries.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Contacts looked back at: more than a month can hold, and what was dismissed in the last years. */
const LOOKED_AT = 200;

/** Takes a contact from somebody's budget, where there is room. Their row is locked. */
export const claimContact = async (
  { touches }: Pick<Deps, 'touches'>,
  tx: Tx,
  input: { shop: ShopRow; shopper: Pick<ShopperRow, 'shopId' | 'id'>; wish: Wish; now: number },
): Promise<Decision> => {
  const { shop, wish, now } = input;
  const person = { shopId: input.shopper.shopId, shopperId: input.shopper.id };
  const contacts = await tx.run(selectContacts, { ...person, limit: LOOKED_AT });
  const { standsForMs } = touches[wish.kind];
  const decision = decideContact(contacts, { wish, standsForMs }, contactSettingsOf(shop), now);
  if (decision.allowed && decision.isNew)
    await tx.run(upsertContact, { ...person, ...wish, at: now, dismissedAt: null });
  return decision;
};

/** Whether the shop's page may show something to this shopper now. */
export const askInPage = (
  deps: Deps,
  input: { shop: ShopRow; shopper: ShopperRow; asked: ContactInput },
): Promise<{ allowed: boolean }> =>
  deps.store.write(async (tx) => {
    const { shop, asked } = input;
    const key = { shopId: shop.id, shopperId: input.shopper.id };
    const shopper = await first(tx, lockShopper, key);
    if (shopper === undefined || shopper.status === 'blocked') return { allowed: false };
    const wish = { ...asked, channel: 'page' as const };
    const now = nowOf(deps, shop);
    const { allowed } = await claimContact(deps, tx, { shop, shopper, wish, now });
    return { allowed };
  });

/** The shopper does not want to see this again. */
export const dismissInPage = async (
  deps: Deps,
  input: { shop: ShopRow; shopper: ShopperRow; dismissed: ContactInput },
): Promise<{ allowed: false }> => {
  const { shop, shopper, dismissed } = input;
  const person = { shopId: shop.id, shopperId: shopper.id };
  const at = nowOf(deps, shop);
  await deps.store.write((tx) => tx.run(dismissContact, { ...person, ...dismissed, at }));
  return { allowed: false };
};
