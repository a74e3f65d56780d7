import type { ComponentChildren, JSX } from 'preact';
import type { DocumentPath } from '@okaeri/shared/document-difference';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ChangeList, type Place } from './ChangeList.tsx';
import type { Change } from './changes/change-rules.ts';

/** Asks before one document takes the place of another, and shows what becomes different. */
export const ReplaceDialog = (props: {
  title: string;
  text: string;
  /** Said in the place of the text where both are the same; then there is nothing to do. */
  nothing: string;
  /** What the button says that does it. */
  action: string;
  /** Null until their words have come. */
  of: readonly Change[] | null;
  /** Where each change is edited. */
  placeOf?: (path: DocumentPath) => Place;
  onClose: () => void;
  onConfirm: () => void;
  /** Said before the differences: they may be long. */
  warning?: string | false;
  children?: ComponentChildren;
}): JSX.Element => {
  const { title, text, nothing, action, of, placeOf, onClose, onConfirm } = props;
  const { warning = false, children } = props;
  const isSame = of?.length === 0;
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
      {!isSame && (
        <div class="differences-box">
          <ChangeList of={of} placeOf={placeOf} />
        </div>
      )}
      {children}
    </Dialog>
  );
};
