import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { days, id, instant, text } from './values.ts';

const ids = z.array(id).min(1).max(LIMITS.listMax);

/** Whom and where a rule, a campaign or a price is for; whatever is not said is not asked. */
export const audience = {
  tierIds: ids.optional(),
  segmentIds: ids.optional(),
  channels: ids.optional(),
  markets: ids.optional(),
};
const who = z.strictObject(audience);
export type Audience = z.infer<typeof who>;

/** Lines a rule counts: any of what is named. Without a name, all of them. */
export const lineScope = z.strictObject({
  productIds: ids.optional(),
  tags: z.array(text).min(1).max(LIMITS.listMax).optional(),
  collectionIds: ids.optional(),
});
export type LineScope = z.infer<typeof lineScope>;

/** An expiry of its own makes a rule's points limited-time points (期間限定ポイント). */
export const ownExpiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('perLot'), days: days.min(1) }),
  z.strictObject({ kind: z.literal('fixed'), at: instant }),
]);
export type OwnExpiry = z.infer<typeof ownExpiry>;
