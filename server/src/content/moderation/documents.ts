import type { WithholdReason } from '@okaeri/shared/reviews';

/** What was decided about a review, or what its author said to that. */
export type ReviewDecisionRecord =
  | { readonly kind: 'published'; readonly at: number }
  | {
      readonly kind: 'withheld';
      readonly at: number;
      readonly reason: WithholdReason;
      readonly note: string | null;
    }
  | { readonly kind: 'appealed'; readonly at: number; readonly text: string };
