import { z } from 'zod';
import { consentPurpose } from './consents.ts';
import { LIMITS } from './limits.ts';
import { columnsOf } from './list-parts.ts';
import { TOUCH_COLUMNS } from './list-words.ts';
import { id, instant } from './values.ts';

/** What can be sent or shown to somebody who did not come for it: a line each, as areas add theirs. */
export const contactKind = z.enum([
  'addressCode',
  'consentConfirm',
  'nextStep', // the page only
  'caseReply',
  'caseFollowUp',
  'reviewRequest',
  'survey',
  'themeDone',
]);
export type ContactKind = z.infer<typeof contactKind>;

/** Everything that has a place in the order of who gets room, also what is not said yet. */
const rankedKind = z.enum([
  'addressCode',
  'consentConfirm',
  'answer',
  'caseReply',
  'rsvpChange',
  'pointsExpiry',
  'eventReminder',
  'tierReached',
  'tierAtRisk',
  'caseFollowUp',
  'welcome',
  'thanks',
  'survey',
  'reviewRequest',
  'care',
  'themeDone',
  'replenish',
  'eventInvitation',
  'earlyAccess',
  'communityReply',
  'birthday',
  'anniversary',
  'winBack',
  'recommendation',
  'nextStep',
]);

/** What the shop's page asks for by itself, without anybody having planned it. */
const pageKind = z.enum(['nextStep', 'reviewRequest']);

/** Where: by e-mail, or inside the shop's own page. What a shopper opens themself is no contact. */
export type ContactChannel = 'email' | 'page';

/**
 * What may be asked of somebody's patience. A service touch is waited for, or tells what one must know of one's own
 * points: it takes no room. The others share one budget, and marketing needs a consent besides.
 */
export type TouchClass = 'service' | 'relationship' | 'marketing';

/** `POST /me/contacts`: may the page say this now? Asking takes it from the budget. */
export const contactInput = z.strictObject({ kind: pageKind, subject: id });
export type ContactInput = z.infer<typeof contactInput>;

/** `POST /me/touches/next`: what is there to say to this shopper now, at most one thing. */
export const nextTouchInput = z.strictObject({
  /** Only these kinds; any where left out. */
  kinds: z.array(contactKind).max(contactKind.options.length).optional(),
  /** Of surveys only this one. */
  surveyId: id.optional(),
});
export type NextTouchInput = z.infer<typeof nextTouchInput>;

/** What stands in the page now, until it is dismissed or over. */
export interface NextTouch {
  readonly id: string;
  readonly kind: ContactKind;
  readonly subject: string;
  readonly surveyId: string | null;
  readonly wave: string | null;
  /** The shop's words, where it has its own. */
  readonly text: string | null;
}
export interface NextTouchAnswer {
  readonly touch: NextTouch | null;
}

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
  /** Priorities of the shop's own, from 0 to 100; the usual ones where left out. */
  priorities: z.partialRecord(rankedKind, z.int().min(0).max(100)).default({}),
  /** How many of a million shoppers get no marketing, so that the others can be compared with them. */
  programmeHoldoutPpm: z.int().min(0).max(1_000_000).default(0),
  /** A shop for children says nothing to advertise and draws no conclusions from what anybody bought. */
  addressesChildren: z.boolean().default(false),
  /** Who writes, with the postal address: it stands in every message but those that are waited for. */
  imprint: z.string().trim().min(1).max(LIMITS.imprintMax).nullable().default(null),
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

/** How marketing by e-mail is taken, and whether it rests because too many complained. */
export interface MarketingState {
  /** Of so many days. */
  readonly days: number;
  readonly sent: number;
  readonly complained: number;
  /** Null while nothing was sent. */
  readonly share: number | null;
  /** Since when it rests; null while it goes on. */
  readonly pausedAt: string | null;
  /** Who let it go on last, and when. */
  readonly resumedAt: string | null;
  readonly resumedBy: string | null;
}

/** How many of the messages were ours. */
export interface MailEventsAnswer {
  readonly known: number;
  readonly unknown: number;
}

/** `GET /v1/touches`: what was to be said to anybody, and what was decided. */
export const touchesQuery = z.object({
  kind: contactKind.optional(),
  decision: z.enum(['planned', 'sent', 'shown', 'held', 'dropped']).optional(),
  /** Planned at this time or later. */
  since: instant.optional(),
});
export type TouchesQuery = z.infer<typeof touchesQuery>;

/** `GET /v1/exports/touches`: the same as a table for spreadsheets, in columns of one's choice. */
export const touchExportQuery = touchesQuery.extend({ columns: columnsOf(TOUCH_COLUMNS) });
