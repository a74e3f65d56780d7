import type { JSX } from 'preact';
import type { Program } from '@okaeri/shared/program';
import { documentOf } from '../app/program-document.ts';
import { ReplaceDialog } from '../document/ReplaceDialog.tsx';
import { messages } from '../i18n/messages.ts';
import type { Editor } from './program-model.ts';

/** Asks before a published version takes the place of the draft. */
export const ResetDialog = (props: {
  editor: Editor;
  to: Program;
  onClose: () => void;
}): JSX.Element => {
  const { editor, to, onClose } = props;
  const w = messages().program;
  const draft = editor.document.value;
  return (
    <ReplaceDialog
      title={w.resetTitle(to.version)}
      text={w.resetText}
      nothing={w.sameAs(to.version)}
      action={w.resetTo(to.version)}
      of={differences(draft, documentOf(to))}
      documents={[draft, documentOf(to)]}
      onClose={onClose}
      onConfirm={() => void editor.reset(to)}
    />
  );
};
