import { SHOPPER_COLUMNS } from '@okaeri/shared/list-words';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Plus, UsersRound } from 'lucide';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { denied } from '../app/denied.ts';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { api, may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { DataTable } from '../ui/table/DataTable.tsx';
import { Filters } from '../ui/table/Filters.tsx';
import { createSelection } from '../ui/table/selection.ts';
import { createTablePages } from '../ui/table/table-pages.ts';
import { queryOf, type TableState } from '../ui/table/table-state.ts';
import { useTable, type TableUse } from '../ui/table/use-table.ts';
import { Views } from '../ui/table/Views.tsx';
import { createBulk, type Bulk } from './bulk-model.ts';
import { askedOf, countOf } from './list-asked.ts';
import {
  SHOPPER_DEFAULTS,
  SHOPPER_SHOWN,
  shopperColumns,
  shopperFields,
  shopperHead,
  shopperName,
} from './shopper-table.tsx';

const BULK = lazyValue(async () => (await import('./BulkActs.tsx')).BulkActs);
const ADDING = lazyValue(async () => (await import('./AddShopperDialog.tsx')).AddShopperDialog);

const PAGE_ROWS = 25;
const STATUSES = ['member', 'guest', 'blocked'] as const;

/** Everybody the shop knows. */
export const ShoppersPage = (): JSX.Element => {
  const use = useTable(shopPath('/shoppers'), SHOPPER_DEFAULTS, SHOPPER_SHOWN);
  const isAdding = useSignal(false);
  const asked = queryOf(use.state, SHOPPER_DEFAULTS);
  const pages = useMemo(
    () =>
      createTablePages<ListedShopper>(({ cursor, counted }) =>
        request(
          api().shoppers.$get({
            query: {
              ...askedOf(use.state),
              ...(cursor === undefined ? {} : { cursor }),
              counted: counted ? 'true' : 'false',
              limit: String(PAGE_ROWS),
            },
          }),
        ),
      ),
    // The address says everything that is asked for.
    [asked],
  );
  const selection = useMemo(() => createSelection<ListedShopper>(keyOf), [asked]);
  const bulk = useMemo(() => createBulk(), []);
  useEffect(() => void pages.load(), [pages]);
  const w = messages();
  return (
    <Page
      wide
      title={w.shoppers.title}
      text={w.shoppers.text}
      actions={<PageActs onAdd={() => (isAdding.value = true)} />}
    >
      <Above use={use} bulk={bulk} onUndone={() => void pages.reload()} />
      <DataTable
        label={w.shoppers.title}
        pages={pages}
        state={use.state}
        onState={use.setState}
        first={{ title: w.shoppers.name, sort: 'name' }}
        head={shopperHead}
        keyOf={keyOf}
        nameOf={shopperName}
        columns={shopperColumns().filter(({ id }) => use.columns.includes(id))}
        {...(may('serve') ? { selection } : {})}
        empty={{ icon: UsersRound, title: w.shoppers.empty, text: w.shoppers.emptyText }}
        onClear={() => use.setState({ ...use.state, search: '', filters: {} })}
      />
      {(selection.isAll() || selection.picked().length > 0 || bulk.progress.value !== null) && (
        <LazyPart of={BULK}>
          {(BulkActs) => (
            <BulkActs bulk={bulk} selection={selection} pages={pages} state={use.state} />
          )}
        </LazyPart>
      )}
      {isAdding.value && (
        <LazyPart of={ADDING}>
          {(AddShopperDialog) => <AddShopperDialog onClose={() => (isAdding.value = false)} />}
        </LazyPart>
      )}
    </Page>
  );
};

function PageActs({ onAdd }: { onAdd: () => void }): JSX.Element {
  const w = messages().shoppers;
  return (
    <>
      {may('run') && (
        <a class="button" href={shopPath('/settings/members')}>
          {w.import}
        </a>
      )}
      <Button kind="primary" icon={Plus} blocked={denied('serve')} onClick={onAdd}>
        {w.add}
      </Button>
    </>
  );
}

/** What stands above the list: its views, its search and filters, and what was done with many a moment ago. */
function Above(props: { use: TableUse; bulk: Bulk; onUndone: () => void }): JSX.Element {
  const { use, bulk, onUndone } = props;
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  const totals = useMemo(() => createResource(readTotals), []);
  useEffect(() => {
    void program.load();
    void totals.load();
  }, [program, totals]);
  const w = messages().shoppers;
  const known = totals.value.value;
  return (
    <>
      {bulk.last.value !== null && (
        <div class="note">
          <p role="status">{bulk.last.value.text}</p>
          <Button
            busy={bulk.progress.value !== null}
            onClick={() => void bulk.undo().then(onUndone)}
          >
            {w.undo}
          </Button>
        </div>
      )}
      <Views
        fixed={[
          { text: w.filters.all, filters: {}, total: known?.all },
          ...STATUSES.map((status) => ({
            text: w.filters[status],
            filters: { status },
            total: known?.[status],
          })),
        ]}
        own={use.views}
        state={use.state}
        hrefOf={use.hrefOf}
        onOwn={use.setViews}
      />
      <Filters
        label={w.search}
        state={use.state}
        fields={shopperFields(program.value.value)}
        onState={use.setState}
      >
        <ColumnsMenu columns={shopperColumns()} shown={use.columns} onShown={use.setColumns} />
        <DownloadButton kind="quiet" path={exportPath(use)} name="shoppers.csv">
          {messages().tables.export}
        </DownloadButton>
      </Filters>
    </>
  );
}

async function readTotals() {
  const [all, member, guest, blocked] = await Promise.all([
    countOf({}),
    ...STATUSES.map((status) => countOf({ status })),
  ]);
  return { all, member, guest, blocked };
}

/** What is seen, all of it: the columns that are shown, with what names a row. */
function exportPath({ state, columns }: { state: TableState; columns: readonly string[] }): string {
  const wanted = new Set<string>(['id', 'name', 'email', 'status', ...columns]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', SHOPPER_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/shoppers?${query.toString()}`;
}

function keyOf(of: ListedShopper): string {
  return of.id ?? of.guestId ?? '';
}
