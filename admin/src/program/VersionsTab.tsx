import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Undo2 } from 'lucide';
import { differences } from '@okaeri/shared/document-difference';
import type { Program } from '@okaeri/shared/program';
import { api, may } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { act } from '../lib/act.ts';
import { ask, askWhole } from '../lib/ask.ts';
import { formatTime } from '../lib/format.ts';
import { createPages } from '../lib/pages.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { DifferenceList } from '../document/DifferenceList.tsx';
import { documentOf, type Editor } from './program-model.ts';

interface Listed {
  readonly version: number;
  readonly publishedAt: string;
}

const readVersion = (version: number): Promise<Program> =>
  ask(api().program.versions[':version'].$get({ param: { version: String(version) } }));

const Compared = ({ version }: { version: number }): JSX.Element => {
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
  const w = words().program;
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
};

const Version = (props: { of: Listed; editor: Editor }): JSX.Element => {
  const { of, editor } = props;
  const isOpen = useSignal(false);
  const w = words().program;
  const isCurrent = editor.published.value?.version === of.version;
  const bringBack = async (): Promise<void> => {
    const done = await act(async () => {
      const json = documentOf(await readVersion(of.version));
      const headers = { 'If-Match': editor.base.value?.etag ?? '' };
      return askWhole(api().program.draft.$put({ json }, { headers }));
    }, w.broughtBack(of.version));
    if (done !== undefined) await editor.load();
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
      {!isCurrent && may('run') && (
        <Button icon={Undo2} title={w.backText} onClick={() => void bringBack()}>
          {w.back}
        </Button>
      )}
    </li>
  );
};

/** Everything that was ever published, each with what it changed. */
export const VersionsTab = ({ editor }: { editor: Editor }): JSX.Element => {
  const versions = useMemo(
    () => createPages<Listed>((cursor) => ask(api().program.versions.$get({ query: cursor }))),
    [],
  );
  useEffect(() => void versions.load(), [versions]);
  const w = words();
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
