import { useEffect, useMemo } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import type { IconNode } from 'lucide';
import type { Counted } from '@okaeri/shared/list-parts';
import { messages } from '../i18n/messages.ts';
import { createResource } from '../lib/resource.ts';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { DataTable, type RowHead, type TableColumn } from '../ui/table/DataTable.tsx';
import type { FilterField } from '../ui/table/filter-field.ts';
import { Filters } from '../ui/table/Filters.tsx';
import { createSelection, type Selection } from '../ui/table/selection.ts';
import { createTablePages, type TablePage, type TablePages } from '../ui/table/table-pages.ts';
import { queryOf, type TableDefaults, type TableState } from '../ui/table/table-state.ts';
import { useTable, type TableUse } from '../ui/table/use-table.ts';
import { Views } from '../ui/table/Views.tsx';
import { DownloadButton } from './DownloadButton.tsx';

/** What of a list is asked for at once. */
export interface PageAsked {
  readonly cursor?: string;
  readonly counted: 'true' | 'false';
  readonly limit: string;
}

/** What stands below a list is given. */
export interface BelowProps<Row> {
  readonly selection: Selection<Row>;
  readonly pages: TablePages<Row>;
  readonly state: TableState;
  /** Asks for the page once more, and counts anew. */
  readonly reload: () => Promise<void>;
}

interface Props<Row> {
  /** Where the list is. */
  path: string;
  defaults: TableDefaults;
  /** Columns that are there until somebody has chosen. */
  shown: readonly string[];
  label: string;
  /** What can be searched for; left out where nothing can. */
  search?: string;
  /** Ways to look at it that everybody has, each counted. */
  views: readonly { readonly text: string; readonly filters: TableState['filters'] }[];
  fields: readonly FilterField[];
  first: { readonly title: string; readonly sort?: string };
  columns: readonly TableColumn<Row>[];
  head: (row: Row) => RowHead;
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  fetchPage: (state: TableState, page: PageAsked) => Promise<TablePage<Row>>;
  file: {
    readonly name: string;
    readonly path: (state: TableState, columns: readonly string[]) => string;
  };
  empty: { readonly icon: IconNode; readonly title: string; readonly text: string };
  /** Whether rows can be picked. */
  isPicked?: boolean;
  /** What is done with those that are, and whatever else follows the list. */
  below?: (props: BelowProps<Row>) => ComponentChildren;
}

const PAGE_ROWS = '25';

/** A list of the shop: its views with their counts, filters, columns and its file, above its rows. */
export const ListTable = <Row,>(props: Props<Row>): JSX.Element => {
  const { path, defaults, shown, fetchPage, keyOf, columns, below } = props;
  const use = useTable(path, defaults, shown);
  const { state } = use;
  const asked = queryOf(state, defaults);
  const pages = useMemo(
    () =>
      createTablePages<Row>(({ cursor, counted }) =>
        fetchPage(state, {
          ...(cursor === undefined ? {} : { cursor }),
          counted: counted ? 'true' : 'false',
          limit: PAGE_ROWS,
        }),
      ),
    // The address says everything that is asked for.
    [path, asked],
  );
  const selection = useMemo(() => createSelection<Row>(keyOf), [path, asked]);
  const totals = useMemo(() => createResource(() => countAll(props)), [path]);
  useEffect(() => void pages.load(), [pages]);
  useEffect(() => void totals.load(), [totals]);
  const reload = async (): Promise<void> => {
    await Promise.all([pages.reload(), totals.load()]);
  };
  return (
    <>
      <Above {...props} use={use} totals={totals.value.value} />
      <DataTable
        label={props.label}
        pages={pages}
        state={state}
        onState={use.setState}
        first={props.first}
        head={props.head}
        keyOf={keyOf}
        nameOf={props.nameOf}
        columns={columns.filter(({ id }) => use.columns.includes(id))}
        {...(props.isPicked === true ? { selection } : {})}
        empty={props.empty}
        onClear={() => use.setState({ ...state, search: '', filters: {} })}
      />
      {below?.({ selection, pages, state, reload })}
    </>
  );
};

function Above<Row>(
  props: Props<Row> & { use: TableUse; totals: readonly (Counted | undefined)[] | undefined },
): JSX.Element {
  const { use, totals, views, columns, file, search } = props;
  return (
    <>
      <Views
        fixed={views.map((view, i) => ({ ...view, total: totals?.[i] }))}
        own={use.views}
        state={use.state}
        hrefOf={use.hrefOf}
        onOwn={use.setViews}
      />
      <Filters label={search} state={use.state} fields={props.fields} onState={use.setState}>
        <ColumnsMenu columns={columns} shown={use.columns} onShown={use.setColumns} />
        <DownloadButton kind="quiet" path={file.path(use.state, use.columns)} name={file.name}>
          {messages().tables.export}
        </DownloadButton>
      </Filters>
    </>
  );
}

function countAll<Row>({
  views,
  defaults,
  fetchPage,
}: Props<Row>): Promise<readonly (Counted | undefined)[]> {
  const { sort, order } = defaults;
  return Promise.all(
    views.map(async ({ filters }) => {
      const asked = { search: '', sort, order, filters };
      return (await fetchPage(asked, { counted: 'true', limit: '1' })).total ?? undefined;
    }),
  );
}
