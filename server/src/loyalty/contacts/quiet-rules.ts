import type { ContactSettings } from '@okaeri/shared/contacts';
import { dayOf, hourOf } from '../../platform/lib/calendar.ts';
import { instantAt } from '../../platform/lib/local-time-rules.ts';

/**
 * When the quiet hours end that an instant lies in; null outside them. They may span midnight, and end when a clock on
 * the wall first shows their hour, also in a night that is an hour shorter or longer (E4, E20).
 */
export const quietUntil = (
  { quietHours: { from, to } }: Pick<ContactSettings, 'quietHours'>,
  now: number,
  timeZone: string,
): number | null => {
  const hour = hourOf(now, timeZone);
  const isQuiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  if (!isQuiet) return null;
  const today = dayOf(now, timeZone);
  const end = instantAt(today, to * 60, timeZone);
  return end > now ? end : instantAt(today + 1, to * 60, timeZone);
};
