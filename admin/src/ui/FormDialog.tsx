import type { ComponentChildren, JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Form } from './Form.tsx';

interface Props {
  title: string;
  /** What the button says that sends it. */
  action: string;
  kind?: 'primary' | 'danger';
  busy: boolean;
  /** Why it cannot be sent yet. */
  blocked?: string | false;
  onClose: () => void;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A dialog with a form: its fields, a button to leave and one to send. */
export const FormDialog = (props: Props): JSX.Element => {
  const { title, action, kind = 'primary', busy, blocked = false } = props;
  const { onClose, onSubmit, children } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <Form class="stack" onSubmit={onSubmit}>
        {children}
        <div class="row end">
          <Button onClick={onClose}>{messages().app.cancel}</Button>
          <Button kind={kind} type="submit" busy={busy} blocked={blocked}>
            {action}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
};
