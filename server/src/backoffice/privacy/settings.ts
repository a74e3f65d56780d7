import type { Outcome } from '../../platform/lib/outcome.ts';
import { privacySettings, type PrivacySettings } from '@okaeri/shared/privacy';
import {
  saveShopDocument,
  tagOf,
  type ShopDocument,
  type Tagged,
} from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import { setPrivacySettings } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

const UNCHANGED: PrivacySettings = privacySettings.parse({});

const SETTINGS: ShopDocument<PrivacySettings> = {
  name: 'privacy settings',
  letter: 'p',
  versionOf: (shop) => shop.privacySettingsVersion,
  set: (tx, { shopId, document, version }) =>
    tx.run(setPrivacySettings, {
      shopId,
      privacySettings: document,
      privacySettingsVersion: version,
    }),
};

/** How long the shop keeps people who no longer come. */
export const privacySettingsOf = (shop: Pick<ShopRow, 'privacySettings'>): PrivacySettings =>
  shop.privacySettings === null ? UNCHANGED : privacySettings.parse(shop.privacySettings);

export const readPrivacySettings = (shop: ShopRow): Tagged<PrivacySettings> => ({
  document: privacySettingsOf(shop),
  etag: tagOf(SETTINGS, shop.privacySettingsVersion),
});

/** Saves the settings if those that were read are still the shop's. */
export const savePrivacySettings = (
  deps: Deps,
  input: { shopId: string; document: PrivacySettings; ifMatch: string },
): Promise<Outcome<Tagged<PrivacySettings>>> => saveShopDocument(deps, SETTINGS, input);
