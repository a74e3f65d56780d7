import type { Durations } from './survival-rules.ts';

/** Between which purchase days gaps are told apart: first to second, second to third. */
const TOLD_APART = 2;

/** Gaps between purchase days: all of them, and those after the first and the second. */
export interface Gaps {
  readonly pooled: Durations;
  /** From purchase day 1 to 2, from 2 to 3. */
  readonly byOrder: readonly Durations[];
}

interface Counts {
  readonly closed: Map<number, number>;
  readonly open: Map<number, number>;
}

/**
 * Begins to count gaps, shopper by shopper. The gap after the last day is open: censored at `asOf` less that day
 * (E74).
 */
export const createGaps = (asOf: number) => {
  const none = (): Counts => ({ closed: new Map(), open: new Map() });
  const pooled = none();
  const byOrder = Array.from({ length: TOLD_APART }, none);
  return {
    /** @param days the purchase days of one shopper up to `asOf`, the earliest first */
    add(days: readonly number[]): void {
      for (const [i, day] of days.entries()) {
        const next = days[i + 1];
        const of = next === undefined ? 'open' : 'closed';
        for (const counts of [pooled, byOrder[i]])
          if (counts !== undefined) countUp(counts[of], (next ?? asOf) - day);
      }
    },
    read: (): Gaps => ({ pooled, byOrder }),
  };
};

function countUp(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
