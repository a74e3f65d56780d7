import type { JSX } from 'preact';
import { differences } from '@okaeri/shared/document-difference';
import type { Program } from '@okaeri/shared/program';
import { programWords } from '../document/changes/document-words.ts';
import { programPlace } from '../document/changes/program-places.ts';
import { changesIn } from '../document/changes/reader.ts';
import { ReplaceDialog } from '../document/ReplaceDialog.tsx';
import { messages } from '../i18n/messages.ts';
import { documentOf } from './program-document.ts';
import type { UndoPoint } from './undo-replace.ts';

/** Asks before a program that was published before is published again. */
export const ConfirmRepublish = (props: {
  back: UndoPoint;
  to: Program;
  published: Program;
  onClose: () => void;
  onConfirm: () => void;
}): JSX.Element => {
  const { back, to, published, onClose, onConfirm } = props;
  const w = messages().program;
  const [now, then] = [documentOf(published), documentOf(to)];
  return (
    <ReplaceDialog
      title={w.bringLiveBack(to.version)}
      text={differences(then, back.draft).length === 0 ? w.publishText : w.bringLiveBackText}
      nothing={w.nothing}
      action={w.publish.replace('…', '')}
      of={changesIn(programWords, now, then)}
      placeOf={programPlace}
      onClose={onClose}
      onConfirm={onConfirm}
    />
  );
};
