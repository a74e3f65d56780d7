import type { ContactChannel, ContactKind, ContactSettings } from '@okaeri/shared/contacts';
import { atHour, hourOf } from '../../platform/lib/calendar.ts';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';

/** Something that was sent or shown to somebody. */
export interface Contact {
  readonly kind: ContactKind;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly at: number;
  readonly dismissedAt: number | null;
}

/** What would be sent or shown to somebody. */
export type Wish = Pick<Contact, 'kind' | 'channel' | 'subject'>;

/** The window of `perMonth`. */
export const MONTH_MS = 30 * DAY_MS;

export type Decision =
  | { readonly allowed: true; readonly isNew: boolean }
  /** `until` is when to ask again; null for never. */
  | { readonly allowed: false; readonly until: number | null };

/**
 * Whether something may be sent or shown to somebody now. One budget for everything and every
 * channel: days between two contacts, and a number of them in a month. What somebody dismissed
 * is never shown to them again, and the dismissal counts as a contact.
 */
export const decideContact = (
  contacts: readonly Contact[],
  { wish, standsForMs }: { readonly wish: Wish; readonly standsForMs: number },
  settings: ContactSettings,
  now: number,
): Decision => {
  const same = contacts.find((contact) => isSame(contact, wish));
  if (same?.dismissedAt != null) return { allowed: false, until: null };
  if (same !== undefined && now - same.at < standsForMs) return { allowed: true, isNew: false };
  const latest = Math.max(-NEVER_AT, ...contacts.map(lastAt));
  const freeAt = latest + settings.daysBetween * DAY_MS;
  const times = contacts.map(({ at }) => at).toSorted((a, b) => a - b);
  // The month is full until so many contacts are left in it.
  const over = times.at(-settings.perMonth);
  const until = Math.max(freeAt, over === undefined ? -NEVER_AT : over + MONTH_MS);
  return until > now ? { allowed: false, until } : { allowed: true, isNew: true };
};

/** When e-mail may leave: now, or the end of the quiet hours, which may span midnight. */
export const mailAt = (
  { quietHours: { from, to } }: ContactSettings,
  now: number,
  timeZone: string,
): number => {
  const hour = hourOf(now, timeZone);
  const isQuiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  return isQuiet ? atHour(now, to, timeZone) : now;
};

function isSame(contact: Contact, wish: Wish): boolean {
  return (
    contact.kind === wish.kind &&
    contact.channel === wish.channel &&
    contact.subject === wish.subject
  );
}

function lastAt({ at, dismissedAt }: Contact): number {
  return Math.max(at, dismissedAt ?? at);
}
