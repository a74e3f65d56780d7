import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Redo2, Undo2 } from 'lucide';
import { denied } from '../app/denied.ts';
import { may } from '../app/session.ts';
import { UndoReplaceNote } from '../app/UndoReplaceNote.tsx';
import { programPlace } from '../document/changes/program-places.ts';
import { Faults } from '../document/Faults.tsx';
import { useDocumentKeys } from '../document/SaveBar.tsx';
import { messages } from '../i18n/messages.ts';
import { formatRecent } from '../lib/format-recent.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { isAsPublished, type Editor } from './program-model.ts';
import { ScheduleNote } from './ScheduleNote.tsx';

const COMPARE = lazyValue(async () => (await import('./CompareDialog.tsx')).CompareDialog);
const RESET = lazyValue(async () => (await import('./ResetDialog.tsx')).ResetDialog);
const PUBLISH = lazyValue(async () => (await import('./PublishDialog.tsx')).PublishDialog);

/** How the draft stands to what is published, and what can be done with it; it stays in sight. */
export const DraftBar = ({ editor }: { editor: Editor }): JSX.Element | null => {
  // A link may lead to publishing itself.
  const shown = useSignal<'compare' | 'discard' | 'publish' | null>(
    location.hash === '#publish' && may('run') ? 'publish' : null,
  );
  useDocumentKeys(editor, 'run');
  const published = editor.published.value;
  const document = editor.document.value;
  if (published === undefined || document === null) return null;
  const close = (): void => {
    shown.value = null;
    history.replaceState(null, '', location.pathname);
  };
  return (
    <>
      <div class="draft-bar" role="region" aria-label={messages().program.bar}>
        <Standing editor={editor} />
        <Acts editor={editor} onShow={(what) => (shown.value = what)} />
      </div>
      <Faults editor={editor} placeOf={programPlace} />
      <ScheduleNote editor={editor} />
      {!editor.isDirty.value && (
        <UndoReplaceNote
          etag={editor.base.value?.etag}
          published={published}
          onBack={() => void editor.load()}
        />
      )}
      {shown.value === 'compare' && (
        <LazyPart of={COMPARE}>
          {(CompareDialog) => <CompareDialog editor={editor} onClose={close} />}
        </LazyPart>
      )}
      {shown.value === 'discard' && (
        <LazyPart of={RESET}>
          {(ResetDialog) => <ResetDialog editor={editor} to={published} onClose={close} />}
        </LazyPart>
      )}
      {shown.value === 'publish' && !isAsPublished(editor) && (
        <LazyPart of={PUBLISH}>
          {(PublishDialog) => <PublishDialog editor={editor} onClose={close} />}
        </LazyPart>
      )}
    </>
  );
};

function Standing({ editor }: { editor: Editor }): JSX.Element {
  const w = messages();
  const version = editor.published.value?.version ?? 0;
  const changes = editor.toPublish.value;
  const saved = editor.status.value?.draft;
  const isSame = isAsPublished(editor);
  const when = (): string => {
    if (editor.isDirty.value) return w.program.notSaved;
    if (!saved) return '';
    const time = formatRecent(saved.savedAt);
    return saved.savedBy === null
      ? w.program.savedAt(time)
      : w.program.savedBy(time, saved.savedBy);
  };
  return (
    <p class="grow" aria-live="polite">
      {isSame ? (
        w.program.nothing
      ) : (
        <>
          <span class="dot" aria-hidden="true" />{' '}
          <strong>{changes === null ? '' : w.program.differs(version, changes.length)}</strong>
        </>
      )}{' '}
      <span class="quiet">{when()}</span>
    </p>
  );
}

function Acts(props: {
  editor: Editor;
  onShow: (what: 'compare' | 'discard' | 'publish') => void;
}): JSX.Element {
  const { editor, onShow } = props;
  const w = messages();
  const isSame = isAsPublished(editor);
  const isDirty = editor.isDirty.value;
  const blocked = denied('run');
  // What is wrong is mended and saved first.
  const problems = isDirty ? editor.faults.value.length : 0;
  return (
    <div class="row">
      {editor.canUndo.value && (
        <Button kind="quiet" icon={Undo2} aria-label={w.document.undo} onClick={editor.undo} />
      )}
      {editor.canRedo.value && (
        <Button kind="quiet" icon={Redo2} aria-label={w.document.redo} onClick={editor.redo} />
      )}
      {!isSame && (
        <>
          <Button kind="quiet" onClick={() => onShow('compare')}>
            {w.program.compare}
          </Button>
          {may('run') && (
            <Button kind="quiet" onClick={() => onShow('discard')}>
              {w.program.discardDraft}
            </Button>
          )}
        </>
      )}
      {isDirty && (
        <Button busy={editor.isBusy.value} blocked={blocked} onClick={() => void editor.save()}>
          {w.app.save}
        </Button>
      )}
      <Button
        kind="primary"
        busy={editor.isPublishing.value}
        blocked={
          blocked || (isSame && w.program.nothing) || (problems > 0 && w.document.faults(problems))
        }
        onClick={() => onShow('publish')}
      >
        {w.program.publish}
      </Button>
    </div>
  );
}
