import { z } from 'zod';
import { days } from './values.ts';

/** Nobody is forgotten sooner, whatever is set: a slip of the hand must not empty a shop. */
export const FORGET_DAYS_MIN = 90;

const after = days.min(FORGET_DAYS_MIN).nullable().default(null);

/** How long the shop keeps people who no longer come: `PUT /v1/privacy/settings`. */
export const privacySettings = z.strictObject({
  /** Days without a sign of life after which somebody known by an address alone is erased; null for never. */
  forgetGuestsAfterDays: after,
  /** The same for members; one who has points is kept. */
  forgetMembersAfterDays: after,
});
export type PrivacySettings = z.infer<typeof privacySettings>;
