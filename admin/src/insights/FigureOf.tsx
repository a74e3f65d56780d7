import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { Clock } from 'lucide';
import type { Figure } from '@okaeri/shared/figures';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Fault, Skeleton, Stale } from '../ui/states.tsx';
import { takenOf, type FigureModel } from '../app/figure-model.ts';

/** A figure that is asked for, taken, or could not be had; what is said of it once it is there. */
export const FigureOf = <Answer extends Figure>(props: {
  of: FigureModel<Answer>;
  /** What it is called where it could not be had. */
  what: string;
  children: (answer: Answer) => ComponentChildren;
}): JSX.Element => {
  const { of, what, children } = props;
  const attempt = useSignal(0);
  useEffect(() => of.watch(), [of, attempt.value]);
  const retry = (): void => void (attempt.value += 1);
  const fault = of.known.fault.value;
  const answer = takenOf(of.known.value.value);
  if (answer === undefined && fault !== null)
    return <Fault what={what} fault={fault} onRetry={retry} />;
  if (answer === undefined) return <BeingTaken isTaken={of.known.value.value !== undefined} />;
  return (
    <>
      {fault !== null && <Stale at={formatTime(answer.takenAt)} onRetry={retry} />}
      {children(answer)}
    </>
  );
};

/** The shape of what will stand there; and where it is counted for the first time, that it is. */
function BeingTaken({ isTaken }: { isTaken: boolean }): JSX.Element {
  const w = messages().insights;
  return (
    <div class="being-taken">
      {isTaken && (
        <div class="note state" role="status">
          <Icon of={Clock} size={16} />
          <p>
            <strong>{w.beingTaken}</strong>
            {w.space}
            {w.beingTakenText}
          </p>
        </div>
      )}
      <Skeleton lines={6} />
    </div>
  );
}
