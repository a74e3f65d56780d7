import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { line } from './values.ts';

/** Every type of event an endpoint can be sent, with what it means. */
const WEBHOOK_TYPES = {
  'points.earned': 'points were earned; pending until they mature',
  'points.matured': 'pending points can be spent',
  'points.reversed': 'points of an order or an act were taken back, or given again',
  'points.held': 'points were set aside for a reward',
  'points.used': 'points that were set aside were spent, or were not after all',
  'points.released': 'points that were set aside went back to where they came from',
  'points.expired': 'points came to their end',
  'points.adjusted': 'points were given or taken by hand',
  'points.merged': 'the points of another shopper were joined to these',
  'tier.changed': 'a shopper reached another tier, or fell from one',
  'redemption.created': 'a shopper took a reward',
  'voucher.issued': 'a reward’s code can be used',
  'voucher.used': 'a code was used by an order',
  'voucher.released': 'a code was given back for its points',
  'voucher.expired': 'a code ran out, and its points went back',
  'order.recorded': 'the state of an order was taken, and its points follow it',
  'product.recorded': 'the state of a product was taken, or that it is no more',
  'shopper.created': 'somebody is known for the first time',
  'shopper.enrolled': 'somebody joined the programme',
  'shopper.merged': 'somebody was joined to another, whose id counts from now on',
  'shopper.erased': 'somebody was forgotten',
  'review.submitted': 'a review was written or edited',
  'review.published': 'a review is shown',
  'review.withheld': 'a review is not shown, for a reason',
  'review.removed': 'a review was taken back by its author',
  'survey.answered': 'a survey was answered, in full or in part, or otherwise than before',
  'survey.withdrawn': 'the answers to a survey were taken back by whoever gave them',
  'contact.decided': 'it was decided whether something is said to a shopper',
  'consent.changed': 'a shopper agreed to something, or does not any more',
  'address.suppressed': 'nothing is sent to an address any more',
  'case.opened': 'something must be put right with a shopper',
  'case.overdue': 'a case was not answered in time',
  'case.resolved': 'a case was put right, as the shop sees it',
  'case.reopened': 'a case that was resolved is not',
  'case.closed': 'a case is over',
  'webhook.test': 'somebody pressed the button',
} as const;
export type WebhookType = keyof typeof WEBHOOK_TYPES;
const types = Object.keys(WEBHOOK_TYPES) as [WebhookType, ...WebhookType[]];

/** Whether an endpoint wants an event. One that names no types hears all but those of which there are very many. */
export const wantsEvent = (types: readonly string[] | null, type: WebhookType): boolean =>
  types === null ? type !== 'contact.decided' : types.includes(type);

/** A type, by its name. */
export const webhookType = z.enum(types);

/** Where to send events, and which: the body of `POST /v1/webhooks`. */
export const endpointInput = z.strictObject({
  url: z.url({ protocol: /^https$/ }).max(LIMITS.urlLengthMax),
  label: line.default('Webhook'),
  /** Types to be sent; null for every one. */
  types: z.array(webhookType).min(1).max(types.length).nullable().default(null),
});

/** The same, changed: the body of `PATCH /v1/webhooks/{id}`. */
export const endpointChange = z
  .strictObject({
    url: endpointInput.shape.url,
    label: line,
    types: z.array(webhookType).min(1).max(types.length).nullable(),
    state: z.enum(['enabled', 'disabled']),
  })
  .partial();

/** Messages of a period, again: the body of `POST /v1/webhooks/{id}/replay`. */
export const replayInput = z
  .strictObject({ since: z.iso.datetime(), until: z.iso.datetime() })
  .refine(
    ({ since, until }) => Date.parse(since) < Date.parse(until),
    faulty('endsBeforeStart', 'must not end before it begins'),
  );

/** An address that events are sent to. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly label: string;
  readonly types: readonly WebhookType[] | null;
  readonly state: 'enabled' | 'disabled';
  /** By hand; because it answered 410; because nothing has reached it for days. */
  readonly disabledBy: 'hand' | 'gone' | 'failing' | null;
  readonly failingSince: string | null;
  readonly createdAt: string;
}

/** The same with the secret it is signed with, which is shown this once. */
export interface NewWebhookEndpoint extends WebhookEndpoint {
  readonly secret: string;
}

/** One try to send an event to an endpoint. */
export interface WebhookAttempt {
  readonly id: string;
  readonly messageId: string;
  readonly type: WebhookType;
  /** 1 for the first. */
  readonly attempt: number;
  readonly at: string;
  readonly durationMs: number;
  /** `refused`: its address is not of the public internet. */
  readonly outcome: 'delivered' | 'failed' | 'gone' | 'refused';
  readonly status: number | null;
  /** The beginning of what was answered, or why nobody did. */
  readonly answer: string;
  readonly nextAt: string | null;
}

/** What is sent: the body whose text is signed (https://www.standardwebhooks.com). */
export interface WebhookBody {
  readonly type: WebhookType;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message as it was sent. */
export interface WebhookMessage {
  readonly id: string;
  readonly createdAt: string;
  readonly body: WebhookBody;
}
