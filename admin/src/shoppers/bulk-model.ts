import { signal } from '@preact/signals';
import { runAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';

/** Something that was done with many, and what takes it back. */
export interface Done {
  readonly text: string;
  readonly undo: () => Promise<string>;
}

/** Doing something with many shoppers: how far it is, and the last of it, which can be taken back as one. */
export const createBulk = () => {
  const progress = signal<{ done: number; total: number } | null>(null);
  const last = signal<Done | null>(null);
  return {
    progress,
    last,
    /** Does something with all of them in parts, one after the other: what was done so far stays done. */
    async inParts<T>(
      all: readonly T[],
      size: number,
      work: (part: readonly T[]) => Promise<void>,
    ): Promise<void> {
      progress.value = { done: 0, total: all.length };
      try {
        for (let from = 0; from < all.length; from += size) {
          await work(all.slice(from, from + size));
          progress.value = { done: Math.min(from + size, all.length), total: all.length };
        }
      } finally {
        progress.value = null;
      }
    },
    /** Takes the last back as one. */
    async undo(): Promise<void> {
      const done = last.peek();
      if (done === null) return;
      const said = await runAction(done.undo);
      if (said === undefined) return;
      last.value = null;
      showToast('done', said);
    },
  };
};

export type Bulk = ReturnType<typeof createBulk>;
