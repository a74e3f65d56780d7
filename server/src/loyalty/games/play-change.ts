import type { OrderState } from '@okaeri/shared/orders';
import type { Tallies } from './tally-rules.ts';

/** What a change of a source means for challenges, streaks and gifts. */
export interface PlayChange {
  /** When the source happened. */
  readonly at: number;
  /** What it counted so far, and what it counts now. */
  readonly before: Tallies;
  readonly after: Tallies;
  /** The order, for gifts that come with one. */
  readonly order?: {
    readonly id: string;
    readonly state: OrderState;
    /** True when no state of it was known before, so that nothing was drawn for it yet. */
    readonly isNew: boolean;
  };
}
