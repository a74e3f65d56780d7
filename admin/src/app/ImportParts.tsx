import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { FileUp, Undo2 } from 'lucide';
import { denied } from './denied.ts';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import type { Resource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { isUnderWay, followProgress, type ImportRecord } from './file-import.ts';

/** The field for a file. */
export const ChooseFile = ({ onFile }: { onFile: (file: File | null) => void }): JSX.Element => {
  const id = useId();
  const w = messages().imports;
  return (
    <div class="field narrow">
      <label for={id}>{w.file}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
      <p class="hint" id={`${id}-hint`}>
        {w.fileText}
      </p>
    </div>
  );
};

/** Which column is what. */
export const ColumnFields = <Field extends string>(props: {
  fields: readonly Field[];
  names: Readonly<Record<Field, string>>;
  columns: Readonly<Partial<Record<Field, string>>>;
  unused: readonly string[];
  onColumn: (field: Field, column: string) => void;
  isOpen?: boolean;
}): JSX.Element => {
  const { fields, names, columns, unused, onColumn, isOpen = false } = props;
  const w = messages().imports;
  const used = Object.values<string | undefined>(columns).filter((name) => name !== undefined);
  const headers = [...used, ...unused].toSorted();
  const options = Object.fromEntries([['', w.noColumn], ...headers.map((name) => [name, name])]);
  return (
    <details open={isOpen}>
      <summary>{w.columns(used.length, headers.length)}</summary>
      <div class="grid">
        {fields.map((field) => (
          <SelectField
            key={field}
            label={names[field]}
            value={columns[field] ?? ''}
            options={options}
            onValue={(column) => onColumn(field, column)}
          />
        ))}
      </div>
    </details>
  );
};

/** Brings the file that was looked at. */
export const ImportButton = (props: {
  ready: number;
  isSending: boolean;
  onBring: () => Promise<void>;
  children: ComponentChildren;
}): JSX.Element => (
  <div class="row">
    <Button
      kind="primary"
      busy={props.isSending}
      blocked={props.ready === 0 ? messages().imports.nothingReady : false}
      onClick={() => void props.onBring()}
    >
      {props.children}
    </Button>
  </div>
);

interface PastWords {
  readonly undoTitle: string;
  readonly undoAsk: (count: number) => string;
  readonly none: string;
  readonly noneText: string;
}

/** Earlier imports, each of which can be undone as a whole. */
export const PastImports = (props: {
  past: Resource<{ readonly items: readonly ImportRecord[] }>;
  said: PastWords;
  onUndo: (importId: string) => Promise<void>;
}): ComponentChildren => {
  const { past, said, onUndo } = props;
  const items = past.value.value?.items;
  const goesOn = items?.some(isUnderWay) === true;
  // One that was begun on another page, or before this one was opened.
  useEffect(() => (goesOn ? followProgress(past) : undefined), [goesOn, past]);
  if (past.fault.value) return <Fault fault={past.fault.value} onRetry={() => void past.load()} />;
  if (items === undefined) return <Skeleton />;
  if (items.length === 0)
    return (
      <Empty icon={FileUp} title={said.none}>
        <p>{said.noneText}</p>
      </Empty>
    );
  return (
    <ul class="rows">
      {items.map((one) => (
        <Past key={one.id} of={one} said={said} onUndo={onUndo} />
      ))}
    </ul>
  );
};

function Past(props: {
  of: ImportRecord;
  said: PastWords;
  onUndo: (importId: string) => Promise<void>;
}): JSX.Element {
  const { of, said, onUndo } = props;
  const w = messages().imports;
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
        {isUnderWay(of) && (
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
          title={said.undoTitle}
          action={w.undo}
          onClose={() => (isAsking.value = false)}
          onConfirm={() => void onUndo(of.id)}
        >
          {said.undoAsk(of.imported)}
        </ConfirmDialog>
      )}
    </li>
  );
}
