import type { JSX } from 'preact';
import type { Program } from '@okaeri/shared/program';
import { documentOf } from '../app/program-document.ts';
import { ChangeList } from '../document/ChangeList.tsx';
import { isSame } from '../document/changes/change-rules.ts';
import { programWords } from '../document/changes/document-words.ts';
import { programPlace } from '../document/changes/program-places.ts';
import { changesIn } from '../document/changes/reader.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Editor } from './program-model.ts';

/** Asks before a published version takes the place of the draft, and says what would be lost. */
export const ResetDialog = (props: {
  editor: Editor;
  to: Program;
  onClose: () => void;
}): JSX.Element => {
  const { editor, to, onClose } = props;
  const w = messages();
  const published = editor.published.value;
  const lost = editor.toPublish.value;
  const isDiscard = published?.version === to.version;
  const isNothing = isSame(documentOf(to), editor.document.value);
  const after =
    published === undefined ? null : changesIn(programWords, documentOf(published), documentOf(to));
  const action = isDiscard ? w.program.discardAction : w.program.backAction;
  const confirm = (): void => {
    onClose();
    void editor.reset(to, isDiscard ? w.program.discarded : w.program.broughtBack(to.version));
  };
  return (
    <Dialog
      title={isDiscard ? w.program.discardTitle : w.program.backTitle(to.version)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{w.app.cancel}</Button>
          <Button
            kind="primary"
            blocked={isNothing && w.program.sameAs(to.version)}
            onClick={confirm}
          >
            {action}
          </Button>
        </>
      }
    >
      <p>{isNothing ? w.program.sameAs(to.version) : w.program.setAside(lost?.length ?? 0)}</p>
      {!isNothing && (
        <div class="differences-box">
          {!isDiscard && after !== null && (
            <p class="quiet small">{w.program.afterThis(published?.version ?? 0, after.length)}</p>
          )}
          <ChangeList of={isDiscard ? lost : after} placeOf={programPlace} />
        </div>
      )}
      <p class="quiet small">{w.program.stillSame}</p>
    </Dialog>
  );
};
