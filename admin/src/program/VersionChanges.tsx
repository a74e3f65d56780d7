import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Program } from '@okaeri/shared/program';
import { documentOf } from '../app/program-document.ts';
import { api } from '../app/session.ts';
import { ChangeList } from '../document/ChangeList.tsx';
import { programWords } from '../document/changes/document-words.ts';
import { programPlace } from '../document/changes/program-places.ts';
import { changesIn } from '../document/changes/reader.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import type { Editor } from './program-model.ts';

/** What a version changed, from the one before or against the draft. */
export const VersionChanges = (props: { version: number; editor: Editor }): JSX.Element => {
  const { version, editor } = props;
  const isAgainstDraft = useSignal(false);
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
  const now = documentOf(known.now);
  const draft = editor.document.value ?? now;
  const before = known.before && documentOf(known.before);
  return (
    <div class="differences-box">
      <div class="row between">
        <strong class="small">{w.whatChanged(version)}</strong>
        <div class="row" role="group" aria-label={w.compare}>
          <Button
            kind={isAgainstDraft.value ? 'quiet' : 'plain'}
            aria-pressed={!isAgainstDraft.value}
            onClick={() => (isAgainstDraft.value = false)}
          >
            {w.fromVersion(version - 1)}
          </Button>
          <Button
            kind={isAgainstDraft.value ? 'plain' : 'quiet'}
            aria-pressed={isAgainstDraft.value}
            onClick={() => (isAgainstDraft.value = true)}
          >
            {w.againstDraft}
          </Button>
        </div>
      </div>
      {!isAgainstDraft.value && before === null ? (
        <p class="quiet">{w.first}</p>
      ) : (
        <ChangeList
          of={
            isAgainstDraft.value
              ? changesIn(programWords, now, draft)
              : changesIn(programWords, before ?? now, now)
          }
          placeOf={programPlace}
        />
      )}
    </div>
  );
};

/** A published version. */
export function readVersion(version: number): Promise<Program> {
  return request(api().program.versions[':version'].$get({ param: { version: String(version) } }));
}
