import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Program } from '@okaeri/shared/program';
import type { ListedVersion } from '@okaeri/shared/program-status';
import { api, may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { formatRecent } from '../lib/format-recent.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { isAsPublished, type Editor } from './program-model.ts';
import { ResetDialog } from './ResetDialog.tsx';
import { readVersion, VersionChanges } from './VersionChanges.tsx';

/** Everything that was ever published: by whom, why, and what it changed. */
export const VersionsTab = ({ editor }: { editor: Editor }): JSX.Element => {
  const published = editor.published.value?.version;
  const versions = useMemo(
    () =>
      createPagedList<ListedVersion>((cursor) =>
        request(api().program.versions.$get({ query: cursor })),
      ),
    [],
  );
  // What was published meanwhile is the first of them.
  useEffect(() => void versions.load(), [versions, published]);
  const w = messages();
  const items = versions.items.value;
  if (versions.fault.value)
    return <Fault fault={versions.fault.value} onRetry={() => void versions.load()} />;
  if (items === undefined) return <Skeleton />;
  return (
    <section>
      <div class="row between">
        <h2>{w.program.versions}</h2>
        <p class="quiet small">{w.program.versionsText}</p>
      </div>
      <ul class="versions">
        {!isAsPublished(editor) && <DraftRow editor={editor} />}
        {items.map((one) => (
          <VersionRow key={one.version} of={one} editor={editor} versions={versions} />
        ))}
      </ul>
      {versions.hasMore.value && (
        <Button busy={versions.isLoading.value} onClick={() => void versions.more()}>
          {w.app.more}
        </Button>
      )}
    </section>
  );
};

function DraftRow({ editor }: { editor: Editor }): JSX.Element {
  const w = messages().program;
  const saved = editor.status.value?.draft;
  const count = editor.toPublish.value?.length ?? 0;
  return (
    <li>
      <div class="version-head">
        <div class="grow">
          <p>
            <strong>{w.draft}</strong> <span class="badge warn">{w.unpublished}</span>
          </p>
          <p>{w.placesDiffer(count, editor.published.value?.version ?? 0)}</p>
          {saved && (
            <p class="quiet small">
              {saved.savedBy === null
                ? formatRecent(saved.savedAt)
                : w.publishedBy(saved.savedBy, formatRecent(saved.savedAt))}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}

function VersionRow(props: {
  of: ListedVersion;
  editor: Editor;
  versions: PagedList<ListedVersion>;
}): JSX.Element {
  const { of, editor, versions } = props;
  const isOpen = useSignal(false);
  const isNoting = useSignal(false);
  const asked = useSignal<Program | null>(null);
  const isBusy = useSignal(false);
  const w = messages().program;
  const isCurrent = editor.published.value?.version === of.version;
  const isDraft = isCurrent && isAsPublished(editor);
  const ask = async (): Promise<void> => {
    isBusy.value = true;
    asked.value = (await runAction(() => readVersion(of.version))) ?? null;
    isBusy.value = false;
  };
  return (
    <li>
      <div class="version-head">
        <div class="grow">
          <p>
            <strong>{w.version(of.version)}</strong>{' '}
            {isCurrent && <span class="badge good">{w.current}</span>}
          </p>
          <Note of={of} onNote={() => (isNoting.value = true)} />
          <p class="quiet small">{whenText(of)}</p>
        </div>
        <div class="row">
          <Button
            kind="quiet"
            aria-expanded={isOpen.value}
            onClick={() => (isOpen.value = !isOpen.value)}
          >
            {w.compare}
          </Button>
          {!isDraft && may('run') && (
            <Button busy={isBusy.value} onClick={() => void ask()}>
              {isCurrent ? w.discardDraft : w.back}
            </Button>
          )}
        </div>
      </div>
      {isOpen.value && <VersionChanges version={of.version} editor={editor} />}
      {asked.value !== null && (
        <ResetDialog editor={editor} to={asked.value} onClose={() => (asked.value = null)} />
      )}
      {isNoting.value && (
        <NoteDialog
          of={of}
          onClose={() => (isNoting.value = false)}
          onSaved={() => void versions.load()}
        />
      )}
    </li>
  );
}

function Note({ of, onNote }: { of: ListedVersion; onNote: () => void }): JSX.Element {
  const w = messages().program;
  return (
    <p>
      {of.note ?? <span class="quiet">{w.noNote}</span>}{' '}
      {may('run') && (
        <button type="button" class="text-link small" onClick={onNote}>
          {of.note === null ? w.addNote : w.editNote}
        </button>
      )}
    </p>
  );
}

function whenText({ author, publishedAt, scheduledAt }: ListedVersion): string {
  const w = messages().program;
  const time =
    scheduledAt === null
      ? formatTime(publishedAt)
      : w.publishedLater(formatTime(scheduledAt), formatTime(publishedAt));
  return author === null ? time : w.publishedBy(author, time);
}
