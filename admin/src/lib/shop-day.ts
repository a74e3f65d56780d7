import { toWallTime } from '@okaeri/shared/wall-time';
import { placeOfTimes, shopNow } from './shop-clock.ts';

/** The day of the shop's calendar an instant lies in, as a form writes it: `2026-11-30`; today, where none is given. */
export const shopDay = (at: number | string = shopNow()): string =>
  toWallTime(at, placeOfTimes()).slice(0, 10);
