import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** Asks once more before something that cannot be taken back. */
export const ConfirmDialog = (props: {
  title: string;
  children: ComponentChildren;
  /** What the button says that does it. */
  action: string;
  onClose: () => void;
  onConfirm: () => void;
}): JSX.Element => {
  const { title, children, action, onClose, onConfirm } = props;
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{messages().app.cancel}</Button>
          <Button kind="danger" onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  );
};
