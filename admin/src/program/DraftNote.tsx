import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { documentOf } from '../app/program-document.ts';
import { may } from '../app/session.ts';
import { UndoReplaceNote } from '../app/UndoReplaceNote.tsx';
import { DifferenceList } from '../document/DifferenceList.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { differencesSaved, type Editor } from './program-model.ts';
import { ResetDialog } from './ResetDialog.tsx';

/** How the draft stands to what is published; it stays in sight on every part of the programme. */
export const DraftNote = ({ editor }: { editor: Editor }): JSX.Element | null => {
  const shown = useSignal<'compare' | 'reset' | null>(null);
  const published = editor.published.value;
  if (published === undefined || editor.document.value === null) return null;
  const w = messages().program;
  const found = differencesSaved(editor);
  const close = (): void => void (shown.value = null);
  return (
    <>
      {found.length === 0 && !editor.isDirty.value && <p class="quiet small">{w.nothing}</p>}
      {found.length > 0 && (
        <div class="note">
          <span>{w.differs(published.version, found.length)}</span>
          <div class="row">
            <Button onClick={() => (shown.value = 'compare')}>{w.compare}</Button>
            {may('run') && (
              <Button onClick={() => (shown.value = 'reset')}>{w.discardDraft}</Button>
            )}
          </div>
        </div>
      )}
      {!editor.isDirty.value && (
        <UndoReplaceNote
          etag={editor.base.value?.etag}
          published={published}
          onBack={() => void editor.load()}
        />
      )}
      {shown.value === 'compare' && <Compared editor={editor} onClose={close} />}
      {shown.value === 'reset' && <ResetDialog editor={editor} to={published} onClose={close} />}
    </>
  );
};

function Compared({ editor, onClose }: { editor: Editor; onClose: () => void }): JSX.Element {
  const w = messages();
  const now = editor.published.value;
  return (
    <Dialog
      title={w.program.comparedWith(now?.version ?? 0)}
      onClose={onClose}
      actions={<Button onClick={onClose}>{w.app.close}</Button>}
    >
      <DifferenceList
        of={differencesSaved(editor)}
        documents={[editor.base.value?.body, now && documentOf(now)]}
      />
    </Dialog>
  );
}
