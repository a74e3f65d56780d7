import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Undo2 } from 'lucide';
import { differences } from '@okaeri/shared/document-difference';
import type { Program } from '@okaeri/shared/program';
import { documentOf } from '../app/program-document.ts';
import { api, may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatTime } from '../lib/format.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { DifferenceList } from '../document/DifferenceList.tsx';
import { differencesToPublish, type Editor } from './program-model.ts';
import { ResetDialog } from './ResetDialog.tsx';

interface Listed {
  readonly version: number;
  readonly publishedAt: string;
}

/** Everything that was ever published, each with what it changed. */
export const VersionsTab = ({ editor }: { editor: Editor }): JSX.Element => {
  const versions = useMemo(
    () =>
      createPagedList<Listed>((cursor) => request(api().program.versions.$get({ query: cursor }))),
    [],
  );
  useEffect(() => void versions.load(), [versions]);
  const w = messages();
  const items = versions.items.value;
  if (versions.fault.value)
    return <Fault fault={versions.fault.value} onRetry={() => void versions.load()} />;
  if (items === undefined) return <Skeleton />;
  return (
    <>
      <p class="quiet">{w.program.versionsText}</p>
      <ul class="rows">
        {items.map((one) => (
          <Version key={one.version} of={one} editor={editor} />
        ))}
      </ul>
      {versions.hasMore.value && (
        <Button busy={versions.isLoading.value} onClick={() => void versions.more()}>
          {w.app.more}
        </Button>
      )}
    </>
  );
};

function Version(props: { of: Listed; editor: Editor }): JSX.Element {
  const { of, editor } = props;
  const isOpen = useSignal(false);
  const asked = useSignal<Program | null>(null);
  const isBusy = useSignal(false);
  const w = messages().program;
  const isCurrent = editor.published.value?.version === of.version;
  const isDraft = isCurrent && differencesToPublish(editor).length === 0;
  const askFirst = async (): Promise<void> => {
    isBusy.value = true;
    asked.value = (await runAction(() => readVersion(of.version))) ?? null;
    isBusy.value = false;
  };
  return (
    <li class="wrap">
      <details class="grow" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
        <summary>
          <strong>{w.version(of.version)}</strong>
          {isCurrent && <span class="badge good">{w.current}</span>}{' '}
          <span class="quiet small">{formatTime(of.publishedAt)}</span>
        </summary>
        {isOpen.value && <Compared version={of.version} />}
      </details>
      {!isDraft && may('run') && (
        <Button icon={Undo2} title={w.backText} busy={isBusy.value} onClick={() => void askFirst()}>
          {isCurrent ? w.resetTo(of.version) : w.back}
        </Button>
      )}
      {asked.value !== null && (
        <ResetDialog editor={editor} to={asked.value} onClose={() => (asked.value = null)} />
      )}
    </li>
  );
}

function readVersion(version: number): Promise<Program> {
  return request(api().program.versions[':version'].$get({ param: { version: String(version) } }));
}

function Compared({ version }: { version: number }): JSX.Element {
  const found = useMemo(
    () =>
      createResource(async () => {
        const [now, before] = await Promise.all([
          readVersion(version),
          version > 1 ? readVersion(version - 1) : null,
        ]);
        return { now, before };
      }),
    [version],
  );
  useEffect(() => void found.load(), [found]);
  const w = messages().program;
  if (found.fault.value)
    return <Fault fault={found.fault.value} onRetry={() => void found.load()} />;
  const known = found.value.value;
  if (known === undefined) return <Skeleton lines={2} />;
  const { now, before } = known;
  if (before === null) return <p class="quiet">{w.first}</p>;
  const of = differences(documentOf(before), documentOf(now));
  return (
    <>
      <p class="quiet small">{w.comparedWith(before.version)}</p>
      <DifferenceList of={of} documents={[now, before]} />
    </>
  );
}
