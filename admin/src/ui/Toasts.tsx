import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { X } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { dialogsOpen, dropToast, toasts } from '../lib/toasts.ts';
import { Icon } from './Icon.tsx';

/**
 * What was told lately, in front of whatever is open. Screen readers hear it without losing their place.
 *
 * Behind a dialog nothing can be reached, in front of it or not: each dialog has these of its own, and
 * those of the one in front are shown.
 *
 * @param props.depth how many dialogs are open where it stands
 */
export const Toasts = ({ depth = 0 }: { depth?: number }): JSX.Element | null =>
  depth === dialogsOpen.value ? <Told /> : null;

function Told(): JSX.Element {
  const layer = useRef<HTMLDivElement>(null);
  // Above a dialog and its backdrop is only what came into the top layer after it.
  useLayoutEffect(() => layer.current?.showPopover(), []);
  return (
    <div ref={layer} popover="manual" class="toasts" aria-live="polite">
      {toasts.value.map(({ id, kind, text }) => (
        <div key={id} class={`toast ${kind}`}>
          <p>{text}</p>
          <button
            type="button"
            class="button quiet square"
            aria-label={messages().app.close}
            onClick={() => dropToast(id)}
          >
            <Icon of={X} />
          </button>
        </div>
      ))}
    </div>
  );
}
