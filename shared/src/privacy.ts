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
