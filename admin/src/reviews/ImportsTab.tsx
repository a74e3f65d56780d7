import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { FileUp, Undo2 } from 'lucide';
import type { ImportAnswer } from '@okaeri/shared/imports';
import { denied } from '../app/denied.ts';
import { may } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { formatTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { createImports, isUnderWay, watch, type Imports } from './imports-model.ts';
import { FaultList, ImportPreviewView } from './ImportPreviewView.tsx';

const Choose = ({ model }: { model: Imports }): JSX.Element => {
  const id = useId();
  const w = words().reviewImports;
  return (
    <div class="field narrow">
      <label for={id}>{w.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-describedby={`${id}-hint`}
        onChange={(event) => model.choose(event.currentTarget.files?.[0] ?? null)}
      />
      <p class="hint" id={`${id}-hint`}>
        {w.fileText}
      </p>
    </div>
  );
};

const Past = ({ model, of }: { model: Imports; of: ImportAnswer }): JSX.Element => {
  const w = words().reviewImports;
  const isGoing = isUnderWay(of);
  const isAsking = useSignal(false);
  return (
    <li>
      <div class="grow">
        <strong>{of.source}</strong>{' '}
        {of.undoneAt !== null && <span class="badge">{w.wasUndone}</span>}
        <p class="quiet small">
          <time dateTime={of.createdAt}>{formatTime(of.createdAt)}</time>
          {` · ${w.result(of.imported, of.refused)}`}
        </p>
        {isGoing && (
          <progress aria-label={w.progress} max={of.rows} value={of.imported + of.refused} />
        )}
      </div>
      {of.undoneAt === null && (
        <Button icon={Undo2} blocked={denied('run')} onClick={() => (isAsking.value = true)}>
          {w.undo}
        </Button>
      )}
      {isAsking.value && (
        <ConfirmDialog
          title={w.undoTitle}
          action={w.undo}
          onClose={() => (isAsking.value = false)}
          onConfirm={() => void model.undo(of.id)}
        >
          {w.undoAsk(of.imported)}
        </ConfirmDialog>
      )}
    </li>
  );
};

const PastList = ({ model }: { model: Imports }): JSX.Element => {
  const { past } = model;
  const w = words().reviewImports;
  const items = past.value.value?.items;
  const goesOn = items?.some(isUnderWay) === true;
  // One that was begun on another page, or before this one was opened.
  useEffect(() => (goesOn ? watch(past) : undefined), [goesOn, past]);
  if (past.fault.value) return <Fault fault={past.fault.value} onRetry={() => void past.load()} />;
  if (items === undefined) return <Skeleton />;
  if (items.length === 0)
    return (
      <Empty icon={FileUp} title={w.none}>
        <p>{w.noneText}</p>
      </Empty>
    );
  return (
    <ul class="rows">
      {items.map((one) => (
        <Past key={one.id} model={model} of={one} />
      ))}
    </ul>
  );
};

/** Reviews of other tools: brought from a file, seen before they come, and taken back whole. */
export const ImportsTab = (): JSX.Element => {
  const model = useMemo(createImports, []);
  useEffect(() => void model.past.load(), [model]);
  const w = words().reviewImports;
  const answer = model.answer.value;
  return (
    <>
      {may('run') && (
        <section>
          <h2>{w.title}</h2>
          <p class="quiet">{w.text}</p>
          <Choose model={model} />
          {model.isBusy.value && <Skeleton />}
          <ImportPreviewView model={model} />
          {answer && (
            <div class="note" role="status">
              <div>
                <p>{w.done(answer.imported, answer.waiting)}</p>
                <FaultList faults={answer.faults} />
              </div>
            </div>
          )}
        </section>
      )}
      <section>
        <h2>{w.past}</h2>
        <PastList model={model} />
      </section>
    </>
  );
};
