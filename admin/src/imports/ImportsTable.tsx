import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { FileUp, Undo2 } from 'lucide';
import type { BalanceImport } from '@okaeri/shared/balance-imports';
import { IMPORT_COLUMNS, IMPORT_STATES } from '@okaeri/shared/list-words';
import { denied } from '../app/denied.ts';
import { followProgress, isUnderWay } from '../app/file-import.ts';
import { ListTable, type PageAsked } from '../app/ListTable.tsx';
import { api, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import type { RowHead, TableColumn } from '../ui/table/DataTable.tsx';
import type { TableDefaults, TableState } from '../ui/table/table-state.ts';
import type { Members } from './members-model.ts';

const DEFAULTS: TableDefaults = { sort: 'at', order: 'desc', filters: ['state'] };
const SHOWN = ['state', 'rows', 'imported', 'refused', 'points', 'at', 'act'];

/** Files of members that were imported, each of which can be undone as a whole. */
export const ImportsTable = ({ model }: { model: Members }): JSX.Element => {
  const w = messages();
  const { views } = w.importList;
  const { kept, undone } = views;
  return (
    <ListTable
      path={shopPath('/settings/members')}
      defaults={DEFAULTS}
      shown={SHOWN}
      label={w.imports.past}
      views={[
        { text: views.all, filters: {} },
        { text: kept, filters: { state: 'kept' } },
        { text: undone, filters: { state: 'undone' } },
      ]}
      fields={[{ name: 'state', label: w.importList.state, options: { kept, undone } }]}
      first={{ title: w.importList.file }}
      columns={importColumns(model)}
      head={importHead}
      keyOf={({ id }) => id}
      nameOf={({ source }) => source}
      fetchPage={fetchPage}
      file={{ name: 'member-imports.csv', path: exportPath }}
      empty={{ icon: FileUp, title: w.memberImports.none, text: w.memberImports.noneText }}
      below={({ reload }) => <Following model={model} reload={reload} />}
    />
  );
};

function fetchPage(state: TableState, page: PageAsked) {
  return request(api().balances.imports.$get({ query: { ...askedOf(state), ...page } }));
}

/** Keeps the list as it is on the server: after each file, and while one goes on. */
function Following(props: { model: Members; reload: () => Promise<void> }): null {
  const { model, reload } = props;
  const known = model.past.value.value;
  const goesOn = known?.items.some(isUnderWay) === true;
  useEffect(() => (goesOn ? followProgress(model.past) : undefined), [goesOn, model]);
  useEffect(() => {
    if (known !== undefined) void reload();
  }, [known]);
  return null;
}

function importHead(of: BalanceImport): RowHead {
  const w = messages();
  return {
    href: null,
    name: of.source,
    line: null,
    phone: [w.imports.result(of.imported, of.refused), formatTime(of.createdAt)].join(' · '),
  };
}

function importColumns(model: Members): readonly TableColumn<BalanceImport>[] {
  const w = messages().importList;
  const figure = (id: 'rows' | 'imported' | 'refused' | 'points') =>
    ({
      id,
      title: w[id],
      kind: 'number',
      cell: (of: BalanceImport) => formatCount(of[id]),
    }) as const;
  return [
    { id: 'state', title: w.state, kind: 'text', cell: (of) => <State of={of} /> },
    figure('rows'),
    figure('imported'),
    figure('refused'),
    figure('points'),
    {
      id: 'at',
      title: w.at,
      kind: 'time',
      sort: 'at',
      cell: ({ createdAt }) => (
        <time class="day" dateTime={createdAt}>
          {formatTime(createdAt)}
        </time>
      ),
    },
    {
      id: 'act',
      title: w.act,
      kind: 'text',
      isFigure: true,
      cell: (of) => <Undo model={model} of={of} />,
    },
  ];
}

function State({ of }: { of: BalanceImport }): JSX.Element {
  const w = messages();
  const { states } = w.importList;
  if (of.undoneAt !== null) return <span class="badge">{states.undone}</span>;
  if (!isUnderWay(of)) return <span class="badge good">{states.kept}</span>;
  return (
    <>
      <span class="badge warn">{states.underWay}</span>{' '}
      <progress aria-label={w.imports.progress} max={of.rows} value={of.imported + of.refused} />
    </>
  );
}

function Undo({ model, of }: { model: Members; of: BalanceImport }): JSX.Element | null {
  const isAsking = useSignal(false);
  const w = messages();
  if (of.undoneAt !== null) return null;
  return (
    <>
      <Button
        icon={Undo2}
        blocked={denied('run')}
        aria-label={`${w.imports.undo}: ${of.source}`}
        onClick={() => (isAsking.value = true)}
      >
        {w.importList.act}
      </Button>
      {isAsking.value && (
        <ConfirmDialog
          title={w.memberImports.undoTitle}
          action={w.imports.undo}
          onClose={() => (isAsking.value = false)}
          onConfirm={() => void model.undo(of.id)}
        >
          {w.memberImports.undoAsk(of.imported)}
        </ConfirmDialog>
      )}
    </>
  );
}

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ order, filters }: TableState) {
  const state = IMPORT_STATES.find((one) => one === filters['state']) ?? 'all';
  return { state, order };
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const wanted = new Set(['source', 'undone', ...shown]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', IMPORT_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/member-imports?${query.toString()}`;
}
