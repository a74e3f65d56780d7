import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { Eligibility, RewardBecause } from './rewards.ts';
import type { BuyerFigures, Stage } from './segments.ts';
import { id, tagsUpTo } from './values.ts';

/**
 * What a shopper looked at, as the page reports it in batches, with their consent. It
 * never earns; only the tags are kept, and only to order rewards by.
 */
export const eventsInput = z.strictObject({
  consent: z.literal(true),
  seen: z
    .array(z.strictObject({ productId: id, tags: tagsUpTo(LIMITS.eventTagsMax) }))
    .min(1)
    .max(LIMITS.eventsMax),
});
export type EventsInput = z.infer<typeof eventsInput>;

/** Why a shopper sees rewards in the order they do: everything that went in, and what came out. */
export interface SuggestionAudit {
  readonly inputs: {
    readonly available: number;
    readonly tierId: string | null;
    readonly stage: Stage;
    /** What the shop's figures say of them; null where they say nothing, or the shopper has said no. */
    readonly figures: BuyerFigures | null;
    readonly tastes: {
      readonly bought: Readonly<Record<string, number>>;
      readonly seen: Readonly<Record<string, number>>;
    };
    readonly expiring: boolean;
    readonly personalised: boolean;
  };
  readonly rewards: readonly {
    readonly id: string;
    readonly score: number;
    readonly points: number;
    readonly eligibility: Eligibility;
    readonly because: RewardBecause | null;
    readonly becauseOf: string | null;
  }[];
}
