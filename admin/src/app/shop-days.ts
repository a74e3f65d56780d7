import { formatDay, formatEnd } from '@okaeri/shared/days';
import { shopZone } from './shop-zone.ts';
import { language } from '../i18n/messages.ts';

/** The day of the shop's calendar an instant lies in. */
export const formatShopDay = (iso: string): string =>
  formatDay(iso, { language: language.value, timeZone: shopZone() });

/** The last day of the shop's calendar before an end, or the time of it where it lies within a day. */
export const formatShopEnd = (iso: string): string =>
  formatEnd(iso, { language: language.value, timeZone: shopZone() });
