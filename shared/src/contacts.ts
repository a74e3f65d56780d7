import { z } from 'zod';
import { consentPurpose } from './consents.ts';
import { LIMITS } from './limits.ts';
import { id, instant } from './values.ts';

/** What can be sent or shown to somebody who did not come for it. */
export const contactKind = z.enum(['reviewRequest', 'nextStep', 'survey']);
export type ContactKind = z.infer<typeof contactKind>;

/** Where: by e-mail, or inside the shop's own page. What a shopper opens themself is no contact. */
export type ContactChannel = 'email' | 'page';

/**
 * What may be asked of somebody's patience. A service touch is waited for, or tells what one must know of one's own
 * points: it takes no room. The others share one budget, and marketing needs a consent besides.
 */
export type TouchClass = 'service' | 'relationship' | 'marketing';

/** `POST /me/contacts`: may the page say this now? Asking takes it from the budget. */
export const contactInput = z.strictObject({ kind: contactKind, subject: id });
export type ContactInput = z.infer<typeof contactInput>;

/** Whether it may be said; the same for the same while it is on the page. */
export interface ContactAnswer {
  readonly allowed: boolean;
}

/**
 * How often a shop speaks to one shopper, whatever about and wherever:
 * `PUT /v1/contacts/settings`.
 */
export const contactSettings = z.strictObject({
  /** Days between two contacts; one that was dismissed counts from then. */
  daysBetween: z.int().min(0).max(LIMITS.contactDaysMax).default(7),
  /** Contacts in any thirty days. */
  perMonth: z.int().min(1).max(LIMITS.contactsPerMonthMax).default(4),
  /** No e-mail from the first hour to the second, in the programme's time zone; the same twice for none. */
  quietHours: z
    .strictObject({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) })
    .default({ from: 21, to: 8 }),
  /** Purposes for which e-mail needs a consent, although it is not marketing. */
  consentNeededFor: z.array(consentPurpose).max(consentPurpose.options.length).default([]),
  /** Whether a consent to marketing by e-mail waits until the link of an e-mail has confirmed it. */
  doubleOptIn: z.boolean().default(true),
});
export type ContactSettings = z.infer<typeof contactSettings>;

/** `POST /v1/mail/events`: what the shop's mail provider says became of messages. */
export const mailEvents = z.strictObject({
  events: z
    .array(
      z.strictObject({
        /** As it stood in the message: `to_…@HOST`, with or without angle brackets. */
        messageId: z.string().min(1).max(LIMITS.textLengthMax),
        kind: z.enum(['hardBounce', 'complaint', 'delivered']),
        at: instant,
      }),
    )
    .min(1)
    .max(LIMITS.mailEventsMax),
});
export type MailEvent = z.infer<typeof mailEvents>['events'][number];

/** How many of the messages were ours. */
export interface MailEventsAnswer {
  readonly known: number;
  readonly unknown: number;
}
