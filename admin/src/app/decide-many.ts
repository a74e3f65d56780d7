import { signal } from '@preact/signals';
import { LIMITS } from '@okaeri/shared/limits';
import type { DecisionInput, DecisionsAnswer } from '@okaeri/shared/review-queue';
import type { ReviewDecision, ReviewState } from '@okaeri/shared/reviews';
import { WITHHOLD_REASONS } from '@okaeri/shared/withhold-reasons';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';

/** A review, a question or an answer, as far as it is decided about. */
export interface Decided {
  readonly id: string;
  readonly state: ReviewState;
  readonly decision: ReviewDecision | null;
}

const PUBLISH: DecisionInput = { decision: 'publish' };

type Send = (ids: string[], decision: DecisionInput) => Promise<DecisionsAnswer>;

/** Deciding about many: how far it is, and the last of it, which can be undone as one. */
export const createDecisions = (send: Send) => {
  const progress = signal<{ done: number; total: number } | null>(null);
  const last = signal<{ text: string; undo: () => Promise<void> } | null>(null);

  /** Decides in parts, one after the other; gives those that were decided. */
  const inParts = async (
    parts: readonly { ids: readonly string[]; decision: DecisionInput }[],
  ): Promise<ReadonlySet<string>> => {
    const decided = new Set<string>();
    const total = parts.reduce((sum, { ids }) => sum + ids.length, 0);
    let done = 0;
    progress.value = { done, total };
    try {
      for (const { ids, decision } of parts)
        for (let from = 0; from < ids.length; from += LIMITS.decisionsMax) {
          const some = ids.slice(from, from + LIMITS.decisionsMax);
          const { items } = await send(some, decision);
          for (const { id, code } of items) if (code === null) decided.add(id);
          done += some.length;
          progress.value = { done, total };
        }
    } finally {
      progress.value = null;
    }
    return decided;
  };

  return {
    progress,
    last,
    async decide(rows: readonly Decided[], decision: DecisionInput): Promise<void> {
      const wanted = changedBy(rows, decision);
      const ids = wanted.map(({ id }) => id);
      const decided = await runAction(() => inParts([{ ids, decision }]));
      if (decided === undefined) return;
      const w = messages().lists;
      const before = wanted.filter(({ id }) => decided.has(id));
      const undo = async (): Promise<void> => {
        await inParts(waysBack(before));
      };
      if (before.length > 0)
        last.value = {
          text: w.decidedMany(decision.decision === 'publish', before.length),
          undo,
        };
      const leftOut = rows.length - before.length;
      if (leftOut > 0) showToast('failed', w.leftOut(leftOut));
    },
    async undo(): Promise<void> {
      const done = last.peek();
      if (done === null) return;
      const undone = await runAction(async () => {
        await done.undo();
        return true;
      }, messages().lists.undone);
      if (undone === true) last.value = null;
    },
  };
};

export type Decisions = ReturnType<typeof createDecisions>;

/**
 * Which of them a decision changes, and can be undone. What waits is decided where it can be read, and could not be put
 * back among those that wait; what another tool had hidden has no reason of the list.
 */
export const changedBy = <Row extends Decided>(
  rows: readonly Row[],
  { decision }: DecisionInput,
): readonly Row[] => {
  return rows.filter((row) =>
    decision === 'publish' ? withheldFor(row) !== null : row.state === 'published',
  );
};

/** What brings each back to where it was: the same reasons as before, together where they are the same. */
export const waysBack = (
  before: readonly Decided[],
): { ids: readonly string[]; decision: DecisionInput }[] => {
  const ways = new Map<string, { ids: string[]; decision: DecisionInput }>();
  for (const { id, state, decision } of before) {
    const back = state === 'published' ? PUBLISH : withheldFor({ id, state, decision });
    if (back === null) continue;
    const key = JSON.stringify(back);
    const way = ways.get(key) ?? { ids: [], decision: back };
    way.ids.push(id);
    ways.set(key, way);
  }
  return [...ways.values()];
};

/** The decision by which something is withheld; null where it is not, or for no reason of the list. */
function withheldFor({ state, decision }: Decided): DecisionInput | null {
  const reason = WITHHOLD_REASONS.find((one) => one === decision?.reason);
  if (state !== 'withheld' || reason === undefined) return null;
  return { decision: 'withhold', reason, note: decision?.note ?? null };
}
