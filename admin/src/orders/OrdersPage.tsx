import { ORDER_COLUMNS, ORDER_SORTS, ORDER_STANDINGS } from '@okaeri/shared/list-words';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { ReceiptText } from 'lucide';
import type { ListedOrder } from '@okaeri/shared/order-lists';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { api, orderPage, shopPath, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatDay, formatMoney, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Page } from '../ui/Page.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { DataTable, type RowHead, type TableColumn } from '../ui/table/DataTable.tsx';
import { dayField } from '../ui/table/day-field.ts';
import type { FilterField } from '../ui/table/filter-field.ts';
import { Filters } from '../ui/table/Filters.tsx';
import { createTablePages } from '../ui/table/table-pages.ts';
import { queryOf, type TableDefaults, type TableState } from '../ui/table/table-state.ts';
import { useTable } from '../ui/table/use-table.ts';
import { Views } from '../ui/table/Views.tsx';
import { StandingBadge } from './order-badge.tsx';

const DEFAULTS: TableDefaults = {
  sort: 'placed',
  order: 'desc',
  filters: ['standing', 'shopperId', 'from', 'until'],
};
const SHOWN = ['standing', 'shopper', 'items', 'total', 'refunded', 'points', 'placed'];
const PAGE_ROWS = 25;
/** Views everybody has: those that ask for something to be done, or are asked about most. */
const VIEWS = ['paid', 'unpaid', 'partlyRefunded', 'refunded', 'cancelled'] as const;

/** Every order the shop has sent. */
export const OrdersPage = (): JSX.Element => {
  const use = useTable(shopPath('/orders'), DEFAULTS, SHOWN);
  const asked = queryOf(use.state, DEFAULTS);
  const pages = useMemo(
    () =>
      createTablePages<ListedOrder>(({ cursor, counted }) =>
        request(
          api().orders.$get({
            query: {
              ...askedOf(use.state),
              ...(cursor === undefined ? {} : { cursor }),
              counted: counted ? 'true' : 'false',
              limit: String(PAGE_ROWS),
            },
          }),
        ),
      ),
    [asked],
  );
  const totals = useMemo(() => createResource(readTotals), []);
  useEffect(() => void pages.load(), [pages]);
  useEffect(() => void totals.load(), [totals]);
  const w = messages();
  const columns = orderColumns();
  const known = totals.value.value;
  return (
    <Page wide title={w.orders.title} text={w.orders.text}>
      <Views
        fixed={[
          { text: w.orders.all, filters: {}, total: known?.['all'] },
          ...VIEWS.map((standing) => ({
            text: w.orders.standings[standing],
            filters: { standing },
            total: known?.[standing],
          })),
        ]}
        own={use.views}
        state={use.state}
        hrefOf={use.hrefOf}
        onOwn={use.setViews}
      />
      <Filters
        label={w.orders.search}
        state={use.state}
        fields={orderFields()}
        onState={use.setState}
      >
        <ColumnsMenu columns={columns} shown={use.columns} onShown={use.setColumns} />
        <DownloadButton kind="quiet" path={exportPath(use.state, use.columns)} name="orders.csv">
          {w.tables.export}
        </DownloadButton>
      </Filters>
      <DataTable
        label={w.orders.title}
        pages={pages}
        state={use.state}
        onState={use.setState}
        first={{ title: w.orders.number, sort: 'number' }}
        head={orderHead}
        keyOf={({ id }) => id}
        nameOf={({ id }) => id}
        columns={columns.filter(({ id }) => use.columns.includes(id))}
        empty={{ icon: ReceiptText, title: w.orders.empty, text: w.orders.emptyText }}
        onClear={() => use.setState({ ...use.state, search: '', filters: {} })}
      />
    </Page>
  );
};

function orderHead(of: ListedOrder): RowHead {
  const w = messages().orders;
  const who = of.shopper?.name ?? of.shopper?.email ?? of.shopper?.id ?? w.nobody;
  return {
    href: orderPage(of.id),
    name: of.id,
    line: null,
    phone: [who, w.standings[of.standing], formatDay(of.placedAt)].join(' · '),
  };
}

function orderColumns(): readonly TableColumn<ListedOrder>[] {
  const w = messages().orders;
  return [
    {
      id: 'standing',
      title: w.standing,
      kind: 'text',
      cell: (of) => <StandingBadge of={of.standing} />,
    },
    { id: 'shopper', title: w.shopper, kind: 'text', cell: (of) => <Who of={of} /> },
    {
      id: 'items',
      title: w.items,
      kind: 'number',
      cell: ({ itemCount }) => formatCount(itemCount),
    },
    {
      id: 'total',
      title: w.total,
      kind: 'number',
      isFigure: true,
      cell: ({ totalMinor, currency }) => formatMoney(totalMinor, currency),
    },
    {
      id: 'refunded',
      title: w.refunded,
      kind: 'number',
      cell: ({ refundedMinor, currency }) =>
        refundedMinor === 0 ? (
          <span class="quiet">–</span>
        ) : (
          <span class="late">{formatMoney(refundedMinor, currency)}</span>
        ),
    },
    {
      id: 'points',
      title: w.points,
      kind: 'number',
      cell: ({ points }) => formatCount(points),
    },
    {
      id: 'placed',
      title: w.placed,
      kind: 'time',
      sort: 'placed',
      cell: ({ placedAt }) => (
        <time class="day" dateTime={placedAt}>
          {formatTime(placedAt)}
        </time>
      ),
    },
  ];
}

function Who({ of: { shopper } }: { of: ListedOrder }): JSX.Element {
  if (shopper === null) return <span class="quiet">{messages().orders.nobody}</span>;
  return <a href={shopperPage(shopper)}>{shopper.name ?? shopper.email ?? shopper.id}</a>;
}

function orderFields(): readonly FilterField[] {
  const w = messages().orders;
  return [
    { name: 'standing', label: w.standing, options: w.standings },
    { name: 'shopperId', label: w.shopperId },
    dayField('from', w.from),
    dayField('until', w.until),
  ];
}

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ search, sort, order, filters }: TableState) {
  const { standing, ...others } = filters;
  const known = ORDER_STANDINGS.find((one) => one === standing);
  return {
    ...others,
    ...(known && { standing: known }),
    ...(search === '' ? {} : { search }),
    sort: ORDER_SORTS.find((one) => one === sort) ?? 'placed',
    order,
  };
}

async function readTotals() {
  const counted = { counted: 'true', limit: '1' } as const;
  const count = async (standing?: (typeof VIEWS)[number]) => {
    const query = { ...counted, ...(standing && { standing }) };
    return (await request(api().orders.$get({ query }))).total ?? undefined;
  };
  const all = await count();
  const each = await Promise.all(
    VIEWS.map(async (standing) => [standing, await count(standing)] as const),
  );
  return Object.fromEntries([['all', all], ...each]);
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const wanted = new Set(['number', 'email', 'currency', ...shown]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', ORDER_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/orders?${query.toString()}`;
}
