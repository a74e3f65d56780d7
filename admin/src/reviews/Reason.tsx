import type { JSX } from 'preact';
import type { WithholdReason } from '@okaeri/shared/reviews';
import { WithholdDialog } from '../ui/WithholdDialog.tsx';
import { withholdFor, type Queue } from './queue-model.ts';
import { withholding } from './review-shortcuts.ts';

/** Asks why, where something is to be withheld. */
export const Reason = ({ queue }: { queue: Queue }): JSX.Element | null => {
  const of = withholding.value;
  if (of === null) return null;
  const close = (): void => {
    withholding.value = null;
  };
  const onReason = (reason: WithholdReason, note: string): void => {
    close();
    const decision = withholdFor(reason, note);
    if (of === 'selected') void queue.decideSelected(decision);
    else for (const review of of) void queue.decide(review, decision);
  };
  return <WithholdDialog onClose={close} onReason={onReason} />;
};
