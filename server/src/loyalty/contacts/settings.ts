import type { Outcome } from '../../platform/lib/outcome.ts';
import type { ContactSettings } from '@okaeri/shared/contacts';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../../access/shop-document.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';
import type { Deps } from '../../deps.ts';
import { setContactSettings } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

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
export const readContactSettings = (shop: ShopRow): Tagged<ContactSettings> => ({
  document: contactSettingsOf(shop),
  etag: tagOf(SETTINGS, shop.contactSettingsVersion),
});

/** Saves the settings if those that were read are still the shop's. */
export const saveContactSettings = (
  deps: Deps,
  input: { shopId: string; document: ContactSettings; ifMatch: string },
): Promise<Outcome<Tagged<ContactSettings>>> => saveShopDocument(deps, SETTINGS, input);
