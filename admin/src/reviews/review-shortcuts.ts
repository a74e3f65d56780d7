import { signal } from '@preact/signals';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import { may } from '../app/session.ts';
import { isFreeKey } from '../lib/free-keys.ts';
import type { Queue } from './queue-model.ts';

/** The reviews for whose withholding a reason is being chosen; null where none is. */
export const withholding = signal<readonly QueuedReview[] | 'selected' | null>(null);
/** The id of the review that is being answered. */
export const replyingTo = signal<string | null>(null);

/** The queue by keyboard: j and k go, p publishes, w withholds, r answers, x selects. */
export const onQueueKey = (queue: Queue, event: KeyboardEvent): void => {
  if (!isFreeKey(event)) return;
  const count = queue.items.value?.length ?? 0;
  const review = queue.current.value;
  if (review === undefined || withholding.value !== null) return;
  const go = (step: number): void => {
    queue.at.value = Math.min(count - 1, Math.max(0, queue.at.value + step));
  };
  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(1),
    k: () => go(-1),
    ...(may('moderate') && {
      p: () => {
        if (review.state !== 'published' || queue.tab === 'waiting')
          void queue.decide(review, { decision: 'publish' });
      },
      w: () => {
        if (review.state !== 'withheld' || queue.tab === 'waiting') withholding.value = [review];
      },
      r: () => {
        if (review.state === 'published') replyingTo.value = review.id;
      },
      x: () => queue.toggle(review.id),
    }),
  };
  const found = acts[event.key];
  if (found === undefined) return;
  event.preventDefault();
  found();
};
