import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import { Copy } from './Copy.tsx';
import { Dialog } from './Dialog.tsx';

/** Shows a secret the one time it can be seen. */
export const OnceDialog = (props: {
  title: string;
  text: string;
  /** What the secret is for. */
  label: string;
  secret: string;
  /** What the button says that ends it. */
  done: string;
  onClose: () => void;
}): JSX.Element => (
  <Dialog
    title={props.title}
    onClose={props.onClose}
    actions={
      <Button kind="primary" onClick={props.onClose}>
        {props.done}
      </Button>
    }
  >
    <div class="stack">
      <p>{props.text}</p>
      <Copy label={props.label} text={props.secret} />
    </div>
  </Dialog>
);
