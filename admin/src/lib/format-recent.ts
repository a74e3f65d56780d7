import { formatClock, formatDay, formatTime } from './format.ts';
import { shopNow } from './shop-clock.ts';

/** `10:42 AM` of today, else the day and the time. */
export const formatRecent = (iso: string, now: number = shopNow()): string =>
  formatDay(iso) === formatDay(new Date(now).toISOString()) ? formatClock(iso) : formatTime(iso);
