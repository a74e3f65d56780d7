import type { ReviewDecisionRecord } from './documents.ts';
import type { DecisionInput } from '@okaeri/shared/review-queue';
import type { ReviewState, WithholdReason } from '@okaeri/shared/reviews';

/** What a decision changes of whatever was looked at. */
export interface Decided {
  readonly state: ReviewState;
  readonly reason: WithholdReason | null;
  readonly waitingSince: null;
  readonly decisions: readonly ReviewDecisionRecord[];
}

/** A person has looked: it is shown, or withheld for a reason of the list, which its author can read. */
export const decidedOn = (
  row: { readonly decisions: readonly ReviewDecisionRecord[] },
  input: DecisionInput,
  now: number,
): Decided => {
  const withheld = input.decision === 'withhold';
  const record: ReviewDecisionRecord = withheld
    ? { kind: 'withheld', at: now, reason: input.reason, note: input.note ?? null }
    : { kind: 'published', at: now };
  return {
    state: withheld ? 'withheld' : 'published',
    reason: withheld ? input.reason : null,
    waitingSince: null,
    decisions: [...row.decisions, record],
  };
};
