import { contactSettings, type ContactSettings } from '@okaeri/shared/contacts';
import type { ShopRow } from '../../access/tables.ts';

const UNCHANGED: ContactSettings = contactSettings.parse({});

/** How, and how often, the shop speaks to one shopper. */
export const contactSettingsOf = (shop: Pick<ShopRow, 'contactSettings'>): ContactSettings =>
  shop.contactSettings === null ? UNCHANGED : contactSettings.parse(shop.contactSettings);
