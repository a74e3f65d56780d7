import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { days } from './values.ts';

const after = days.min(LIMITS.forgetDaysMin).nullable().default(null);

/** How long the shop keeps people who no longer come: `PUT /v1/privacy/settings`. */
export const privacySettings = z.strictObject({
  /** Days without a sign of life after which somebody known by an address alone is erased; null for never. */
  forgetGuestsAfterDays: after,
  /** The same for members; one who has points is kept. */
  forgetMembersAfterDays: after,
});
export type PrivacySettings = z.infer<typeof privacySettings>;

/** What a platform asked on behalf of a customer. */
export interface ListedRequest {
  readonly id: string;
  /** `data`: what is kept about them; the others: to be forgotten. */
  readonly kind: 'data' | 'redactCustomer' | 'redactShop';
  /** The customer's id; null once they are forgotten. */
  readonly subject: string | null;
  /** Whether there is something to hand over. */
  readonly hasDocument: boolean;
  readonly receivedAt: string;
}

/** One such request with what is to be handed over: a shopper's export; null where there is none. */
export interface PrivacyRequest extends ListedRequest {
  readonly document: unknown;
}
