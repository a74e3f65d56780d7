import { z } from 'zod';
import type { CapState } from './caps.ts';
import type { Receipt } from './ledger.ts';
import { orderShopper } from './orders.ts';
import { textKept } from './kept-values.ts';
import { currency, id, instant, moneyMinor } from './values.ts';
import type { WithWarnings } from './warnings.ts';

/** Acts that the merchant's systems report. Joining, birthdays and profiles are known here already. */
const activityKind = z.enum([
  'newsletter',
  'visit',
  'share',
  'follow',
  'review',
  'photo',
  'survey',
  'activity',
]);

/** The body of `POST /v1/activities`. The same key again changes nothing. */
export const activityInput = z
  .strictObject({
    /** Kept when the shopper is erased: it must name nobody. */
    dedupeKey: id,
    shopper: orderShopper,
    kind: activityKind,
    /** Which of the merchant's own activities it is, as the rule names it. */
    activity: id.nullish(),
    /** When it happened; now when not said. */
    at: instant.nullish(),
    amountMinor: moneyMinor.nullish(),
    currency: currency.nullish(),
    channel: textKept,
    market: textKept,
  })
  .refine(({ kind, activity }) => (kind === 'activity') === (activity != null), {
    path: ['activity'],
    message: 'must be named for an activity, and only for one',
  })
  .refine(({ amountMinor, currency: of }) => (amountMinor == null) === (of == null), {
    path: ['currency'],
    message: 'must stand beside an amount',
  });
export type ActivityInput = z.infer<typeof activityInput>;

/** What an act earned. */
export interface ActivityAnswer {
  readonly id: string;
  readonly points: number;
  readonly receipts: readonly Receipt[];
  /** How far the caps of the rules that applied are used up now. */
  readonly limits: readonly { readonly ruleId: string; readonly limit: CapState }[];
}

/** The answer to an act that was reported. */
export interface ReportedActivity extends ActivityAnswer, WithWarnings {}

/** A browser asks for the right to claim one act, once. */
export const claimTicketInput = z.strictObject({ ruleId: id });
export interface ClaimTicket {
  readonly nonce: string;
  readonly expiresAt: string;
}

/** A browser claims an act that the programme lets a browser claim. */
export const claimInput = z.strictObject({ ruleId: id, nonce: z.string().max(200) });
