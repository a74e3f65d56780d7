import type { JSX } from 'preact';
import type { Program, ProgramDocument } from '@okaeri/shared/program';
import { documentOf } from '../app/program-document.ts';
import { ChangeList } from '../document/ChangeList.tsx';
import { programWords } from '../document/changes/program-change-rules.ts';
import { programPlace } from '../document/changes/program-places.ts';
import { changesIn } from '../document/changes/reader.ts';
import { ReplaceDialog } from '../document/ReplaceDialog.tsx';
import { messages } from '../i18n/messages.ts';

/** Shows what the template changes for a shop that runs already, and what becomes of its draft. */
export const TemplateDialog = (props: {
  published: Program;
  /** The draft that is saved. */
  draft: ProgramDocument;
  document: ProgramDocument;
  onClose: () => void;
  onConfirm: () => void;
}): JSX.Element => {
  const { published, draft, document, onClose, onConfirm } = props;
  const { setup: w, program } = messages();
  const now = documentOf(published);
  const lost = changesIn(programWords, now, draft) ?? [];
  return (
    <ReplaceDialog
      title={program.publishTitle(published.version + 1)}
      text={w.replaces(published.version)}
      nothing={w.same}
      action={program.publish.replace('…', '')}
      of={changesIn(programWords, now, document)}
      placeOf={programPlace}
      warning={lost.length > 0 && w.draftGoes(lost.length)}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      {lost.length > 0 && (
        <>
          <h3>{w.inDraft}</h3>
          <ChangeList of={lost} placeOf={programPlace} />
        </>
      )}
    </ReplaceDialog>
  );
};
