import type { JSX } from 'preact';
import { WithholdDialog } from '../ui/WithholdDialog.tsx';
import type { PostActs } from './posts-model.ts';

/** Asks why, where a question or an answer is to be withheld. */
export const WithholdPost = ({ acts }: { acts: PostActs }): JSX.Element | null => {
  const of = acts.withholding.value;
  if (of === null) return null;
  return (
    <WithholdDialog
      onClose={() => (acts.withholding.value = null)}
      onReason={(reason, note) => {
        acts.withholding.value = null;
        const said = note.trim() === '' ? null : note.trim();
        void acts.decide(of, { decision: 'withhold', reason, note: said });
      }}
    />
  );
};
