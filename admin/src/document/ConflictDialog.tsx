import type { JSX } from 'preact';
import { differences, mergeChanges } from '@okaeri/shared/document-difference';
import { words } from '../i18n/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import type { DocumentEditor } from './document-editor.ts';

/** Where two people changed one document: what each did, and three ways on, none of which loses anything unseen. */
export const ConflictDialog = <Document,>({
  editor,
}: {
  editor: DocumentEditor<Document>;
}): JSX.Element | null => {
  const conflict = editor.conflict.value;
  const mine = editor.document.value;
  if (conflict === null || mine === null) return null;
  const w = words().document;
  const { base } = conflict;
  const theirs = conflict.theirs.body;
  const { clashes } = mergeChanges({ base, mine, theirs });
  const documents = [mine, theirs, base];
  return (
    <Dialog
      title={w.conflictTitle}
      onClose={() => editor.settle('mine')}
      actions={
        <>
          <Button onClick={() => editor.settle('theirs')}>{w.takeTheirs}</Button>
          <Button onClick={() => editor.settle('mine')}>{w.keepMine}</Button>
          <Button kind="primary" onClick={() => editor.settle('together')}>
            {w.together}
          </Button>
        </>
      }
    >
      <p>{w.conflictText}</p>
      <h3>{w.theirs}</h3>
      <DifferenceList of={differences(base, theirs)} documents={documents} />
      <h3>{w.mine}</h3>
      <DifferenceList of={differences(base, mine)} documents={documents} />
      <p class="note">{w.togetherText(clashes.length)}</p>
    </Dialog>
  );
};
