import type { JSX } from 'preact';
import { mergeChanges } from '@okaeri/shared/document-difference';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changesIn } from './changes/reader.ts';
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
  const { document: w } = messages();
  const said = conflict.isOwn ? ownWords() : othersWords();
  const { base } = conflict;
  const theirs = conflict.theirs.body;
  const { clashes } = mergeChanges({ base, mine, theirs });
  const { words } = editor.source;
  return (
    <Dialog
      title={said.title}
      onClose={() => editor.resolveConflict('mine')}
      actions={
        <>
          <Button onClick={() => editor.resolveConflict('theirs')}>{said.takeTheirs}</Button>
          <Button onClick={() => editor.resolveConflict('mine')}>{said.keepMine}</Button>
          <Button kind="primary" onClick={() => editor.resolveConflict('together')}>
            {w.together}
          </Button>
        </>
      }
    >
      <p>{said.text}</p>
      {conflict.by && !conflict.isOwn && (
        <p class="note">{w.changedBy(conflict.by.name, formatTime(conflict.by.at))}</p>
      )}
      <h3>{said.theirs}</h3>
      <ChangeList of={changesIn(words, base, theirs)} />
      <h3>{said.mine}</h3>
      <ChangeList of={changesIn(words, base, mine)} />
      <p class="note">{said.togetherText(clashes.length)}</p>
    </Dialog>
  );
};

function ownWords() {
  const w = messages().document;
  return {
    title: w.ownTitle,
    text: w.ownText,
    theirs: w.ownTheirs,
    mine: w.ownMine,
    togetherText: w.ownTogether,
    keepMine: w.keepThis,
    takeTheirs: w.takeSaved,
  };
}

function othersWords() {
  const w = messages().document;
  return { ...w, title: w.conflictTitle, text: w.conflictText };
}
