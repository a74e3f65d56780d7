import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { differences } from '@okaeri/shared/document-difference';
import type { ProgramDocument } from '@okaeri/shared/program';
import { denied } from '../app/denied.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { DifferenceList, pathText } from './DifferenceList.tsx';
import { documentOf, type Editor } from './program-model.ts';
import { BasicsSection, EarningSection, PoliciesSection, TiersSection } from './sections.tsx';
import { RewardsSection } from './RewardsSection.tsx';
import { TextSection } from './TextSection.tsx';

interface Props {
  editor: Editor;
  document: ProgramDocument;
}

const Faults = ({ editor, document }: Props): JSX.Element | null => {
  const faults = editor.faults.value;
  if (faults.length === 0) return null;
  const keys = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== '');
  return (
    <div class="note failed" role="alert">
      <div>
        <strong>{words().program.faults(faults.length)}</strong>
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>
              {pathText(keys(path), [document])}: {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

const PublishDialog = (props: Props & { onClose: () => void }): JSX.Element => {
  const { editor, document, onClose } = props;
  const w = words();
  const now = editor.published.value;
  const found = now === null ? [] : differences(documentOf(now), document);
  const publish = async (): Promise<void> => {
    onClose();
    await editor.publish();
  };
  return (
    <Dialog
      title={w.program.publishTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{w.app.cancel}</Button>
          <Button
            kind="primary"
            blocked={found.length === 0 ? w.program.nothing : false}
            onClick={() => void publish()}
          >
            {w.program.publish.replace('…', '')}
          </Button>
        </>
      }
    >
      <p>{found.length === 0 ? w.program.nothing : w.program.publishText}</p>
      <DifferenceList of={found} documents={[document, now]} />
    </Dialog>
  );
};

const Bar = (props: { editor: Editor; onPublish: () => void }): JSX.Element => {
  const { editor, onPublish } = props;
  const w = words();
  const blocked = denied('run');
  const isDirty = editor.isDirty.value;
  return (
    <div class="bulk" role="region" aria-label={w.program.tabs.draft}>
      <span aria-live="polite">
        {isDirty ? `${w.program.unsaved} (${w.program.changes(editor.changes.value.length)})` : ''}
      </span>
      <div class="row">
        {isDirty && (
          <Button kind="quiet" onClick={editor.discard}>
            {w.program.discard}
          </Button>
        )}
        <Button
          busy={editor.isBusy.value}
          blocked={blocked || !isDirty ? blocked || w.app.saved : false}
          onClick={() => void editor.save()}
        >
          {w.app.save}
        </Button>
        <Button kind="primary" busy={editor.isBusy.value} blocked={blocked} onClick={onPublish}>
          {w.program.publish}
        </Button>
      </div>
    </div>
  );
};

/** The draft, as forms over the one document. */
export const DraftTab = ({ editor, document }: Props): JSX.Element => {
  const isPublishing = useSignal(false);
  const of = { editor, document };
  const conflict = editor.conflict.value;
  return (
    <>
      <Faults {...of} />
      <BasicsSection {...of} />
      <EarningSection {...of} />
      <PoliciesSection {...of} />
      <RewardsSection {...of} />
      <TiersSection {...of} />
      <TextSection {...of} />
      <Bar editor={editor} onPublish={() => (isPublishing.value = true)} />
      {isPublishing.value && <PublishDialog {...of} onClose={() => (isPublishing.value = false)} />}
      {conflict && <ConflictDialog editor={editor} conflict={conflict} mine={document} />}
    </>
  );
};
