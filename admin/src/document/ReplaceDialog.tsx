import type { ComponentChildren, JSX } from 'preact';
import type { Difference } from '@okaeri/shared/document-difference';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DifferenceList } from './DifferenceList.tsx';

/** Asks before one document takes the place of another, and shows what becomes different. */
export const ReplaceDialog = (props: {
  title: string;
  text: string;
  /** Said in the place of the text where both are the same; then there is nothing to do. */
  nothing: string;
  /** What the button says that does it. */
  action: string;
  of: readonly Difference[];
  documents: readonly unknown[];
  onClose: () => void;
  onConfirm: () => void;
  /** Said before the differences: they may be long. */
  warning?: string | false;
  children?: ComponentChildren;
}): JSX.Element => {
  const { title, text, nothing, action, of, documents, onClose, onConfirm } = props;
  const { warning = false, children } = props;
  const isSame = of.length === 0;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{messages().app.cancel}</Button>
          <Button
            kind="primary"
            blocked={isSame ? nothing : false}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <p>{isSame ? nothing : text}</p>
      {warning !== false && <p class="note warn">{warning}</p>}
      <DifferenceList of={of} documents={documents} />
      {children}
    </Dialog>
  );
};
