import type { JSX } from 'preact';
import { ChangeList } from '../document/ChangeList.tsx';
import { programPlace } from '../document/changes/program-places.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Editor } from './program-model.ts';

/** What publishing the draft would change. */
export const CompareDialog = (props: { editor: Editor; onClose: () => void }): JSX.Element => {
  const { editor, onClose } = props;
  const w = messages();
  return (
    <Dialog
      title={w.program.comparedWith(editor.published.value?.version ?? 0)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{w.app.close}</Button>}
    >
      <ChangeList of={editor.toPublish.value} placeOf={programPlace} onFollow={onClose} />
    </Dialog>
  );
};
