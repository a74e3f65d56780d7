import { z } from 'zod';
import { factor } from './earning.ts';
import { LIMITS } from './limits.ts';
import { pictureId } from './picture-fields.ts';
import { days, id, localizedText } from './values.ts';

const threshold = z.int().min(0).max(LIMITS.pointsMax);

/** One step of the ladder. Thresholds are in the policy's metric; money in minor units. */
export const tier = z.strictObject({
  id,
  name: localizedText,
  /** Drawn in the place of the tier's own drawing. */
  picture: pictureId.optional(),
  /** What it takes to get in; 0 for the tier everybody begins in. */
  entry: threshold,
  /** What it takes to stay, when less than getting in; and to come back. */
  keep: threshold.optional(),
  reentry: threshold.optional(),
  /** Order points are multiplied by it. */
  multiplier: factor.default('1'),
  perks: z.array(localizedText).max(LIMITS.perksMax).default([]),
  /** Points given each time the tier is reached for the first time. */
  entryPoints: z.int().min(0).max(LIMITS.pointsMax).default(0),
});
export type Tier = z.infer<typeof tier>;

/** What tiers count, over which time, and how one goes down. */
export const tierPolicy = z.strictObject({
  metric: z.enum(['points', 'spend', 'orders']),
  window: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('lifetime') }),
    /** The last `days` days, today included. */
    z.strictObject({
      kind: z.literal('rolling'),
      days: days.min(1).max(LIMITS.rollingDaysMax),
    }),
    /** Calendar periods of so many months, the first beginning with `startMonth`. */
    z.strictObject({
      kind: z.literal('calendar'),
      months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
      startMonth: z.int().min(1).max(12).default(1),
    }),
    /** Periods of so many months from the day of joining. */
    z.strictObject({ kind: z.literal('anniversary'), months: z.int().min(1).max(36) }),
  ]),
  downgrade: z.enum(['oneStep', 'byBalance']),
  /** Days after a period's end, or after falling short, before a tier is lost. */
  graceDays: days.max(LIMITS.rollingDaysMax).default(0),
});
export type TierPolicy = z.infer<typeof tierPolicy>;

/** Where a shopper stands among the tiers. `missing` and thresholds are in the policy's metric. */
export interface TierView {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly since: string | null;
  readonly metric: TierPolicy['metric'];
  /** What counts now. */
  readonly value: number;
  readonly next: { readonly id: string; readonly at: number; readonly missing: number } | null;
  /** What is missing to stay, and until when it can be earned; null where nothing can be lost. */
  readonly keep: {
    readonly at: number;
    readonly missing: number;
    readonly until: string | null;
  } | null;
  /** The tier that would be held if nothing more were earned. */
  readonly projectedId: string;
}
