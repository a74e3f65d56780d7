import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { X } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from './Icon.tsx';
import { Toasts } from './Toasts.tsx';
import { useModal } from './use-modal.ts';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at its end. */
  actions?: ComponentChildren;
  /** Keys of its own, wherever in it the focus is. */
  onKey?: (event: KeyboardEvent) => void;
}

/** A dialog in front of the page; the browser keeps the focus in it and gives it back. */
export const Dialog = ({ title, onClose, children, actions, onKey }: Props): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // What had the focus is noted first: the dialog takes it.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const shown = dialog.current;
    return () => {
      // While it is open nothing behind it takes the focus.
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const depth = useModal(dialog);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onKeyDown={onKey}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // What lies behind belongs to the dialog's own box, and to no child of it.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            class="button quiet square"
            aria-label={messages().app.close}
            onClick={onClose}
          >
            <Icon of={X} />
          </button>
        </header>
        {children}
        {actions && <footer>{actions}</footer>}
      </div>
      {depth > 0 && <Toasts depth={depth} />}
    </dialog>
  );
};
