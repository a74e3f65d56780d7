import type { Outcome } from '../../platform/lib/outcome.ts';
import { contactSettings, type ContactSettings } from '@okaeri/shared/contacts';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import { setContactSettings } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

const UNCHANGED: ContactSettings = contactSettings.parse({});

const SETTINGS: ShopDocument<ContactSettings> = {
  name: 'contact settings',
  letter: 'c',
  versionOf: (shop) => shop.contactSettingsVersion,
  set: (tx, { shopId, document, version }) =>
    tx.run(setContactSettings, {
      shopId,
      contactSettings: document,
      contactSettingsVersion: version,
    }),
};

/** How often the shop speaks to one shopper. */
export const contactSettingsOf = (shop: Pick<ShopRow, 'contactSettings'>): ContactSettings =>
  shop.contactSettings === null ? UNCHANGED : contactSettings.parse(shop.contactSettings);

export const readContactSettings = (shop: ShopRow): Tagged<ContactSettings> => ({
  document: contactSettingsOf(shop),
  etag: tagOf(SETTINGS, shop.contactSettingsVersion),
});

/** Saves the settings if those that were read are still the shop's. */
export const saveContactSettings = (
  deps: Deps,
  input: { shopId: string; document: ContactSettings; ifMatch: string },
): Promise<Outcome<Tagged<ContactSettings>>> => saveShopDocument(deps, SETTINGS, input);
