import { CODE_COLUMNS, CODE_STATES } from '@okaeri/shared/list-words';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Ticket } from 'lucide';
import type { ListedCode } from '@okaeri/shared/code-lists';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { formatShopEnd } from '../app/shop-days.ts';
import { api, codePage, shopPath, shopperPage } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Page } from '../ui/Page.tsx';
import { ColumnsMenu } from '../ui/table/ColumnsMenu.tsx';
import { DataTable, type RowHead, type TableColumn } from '../ui/table/DataTable.tsx';
import type { FilterField } from '../ui/table/filter-field.ts';
import { Filters } from '../ui/table/Filters.tsx';
import { createTablePages } from '../ui/table/table-pages.ts';
import { queryOf, type TableDefaults, type TableState } from '../ui/table/table-state.ts';
import { useTable } from '../ui/table/use-table.ts';
import { Views } from '../ui/table/Views.tsx';
import { StateBadge } from './code-badge.tsx';

const DEFAULTS: TableDefaults = { sort: 'taken', order: 'desc', filters: ['state', 'shopperId'] };
const SHOWN = ['reward', 'state', 'shopper', 'points', 'value', 'taken', 'expires'];
const PAGE_ROWS = 25;
const VIEWS = ['issued', 'used', 'held', 'released', 'expired'] as const;

/** Every reward that was taken. */
export const CodesPage = (): JSX.Element => {
  const use = useTable(shopPath('/codes'), DEFAULTS, SHOWN);
  const asked = queryOf(use.state, DEFAULTS);
  const pages = useMemo(
    () =>
      createTablePages<ListedCode>(({ cursor, counted }) =>
        request(
          api().redemptions.$get({
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
  const columns = codeColumns();
  const known = totals.value.value;
  return (
    <Page wide title={w.codes.title} text={w.codes.text}>
      <Views
        fixed={[
          { text: w.codes.all, filters: {}, total: known?.['all'] },
          ...VIEWS.map((state) => ({
            text: w.codes.states[state],
            filters: { state },
            total: known?.[state],
          })),
        ]}
        own={use.views}
        state={use.state}
        hrefOf={use.hrefOf}
        onOwn={use.setViews}
      />
      <Filters
        label={w.codes.search}
        state={use.state}
        fields={codeFields()}
        onState={use.setState}
      >
        <ColumnsMenu columns={columns} shown={use.columns} onShown={use.setColumns} />
        <DownloadButton kind="quiet" path={exportPath(use.state, use.columns)} name="codes.csv">
          {w.tables.export}
        </DownloadButton>
      </Filters>
      <DataTable
        label={w.codes.title}
        pages={pages}
        state={use.state}
        onState={use.setState}
        first={{ title: w.codes.code }}
        head={codeHead}
        keyOf={({ id }) => id}
        nameOf={codeName}
        columns={columns.filter(({ id }) => use.columns.includes(id))}
        empty={{ icon: Ticket, title: w.codes.empty, text: w.codes.emptyText }}
        onClear={() => use.setState({ ...use.state, search: '', filters: {} })}
      />
    </Page>
  );
};

function codeName(of: ListedCode): string {
  return of.voucher?.code ?? rewardText(of);
}

function rewardText({ rewardName, rewardId }: ListedCode): string {
  return rewardName?.[language.value] ?? rewardName?.['en'] ?? rewardId;
}

function codeHead(of: ListedCode): RowHead {
  const w = messages().codes;
  const who = of.shopper?.name ?? of.shopper?.email ?? of.shopper?.id ?? '';
  return {
    href: codePage(of.id),
    name: of.voucher === null ? rewardText(of) : <code>{of.voucher.code}</code>,
    line: of.voucher === null ? w.noCode : null,
    phone: [rewardText(of), who, w.states[of.state]].filter(Boolean).join(' · '),
  };
}

function codeColumns(): readonly TableColumn<ListedCode>[] {
  const w = messages().codes;
  return [
    { id: 'reward', title: w.reward, kind: 'text', cell: rewardText },
    { id: 'state', title: w.state, kind: 'text', cell: (of) => <StateBadge of={of.state} /> },
    { id: 'shopper', title: w.shopper, kind: 'text', cell: (of) => <Who of={of} /> },
    {
      id: 'points',
      title: w.points,
      kind: 'number',
      isFigure: true,
      cell: ({ points }) => formatCount(points),
    },
    {
      id: 'value',
      title: w.value,
      kind: 'number',
      cell: ({ voucher }) =>
        voucher === null || voucher.valueMinor === 0 ? (
          <span class="quiet">–</span>
        ) : (
          formatMoney(voucher.valueMinor, voucher.currency)
        ),
    },
    {
      id: 'taken',
      title: w.taken,
      kind: 'time',
      sort: 'taken',
      cell: ({ takenAt }) => (
        <time class="day" dateTime={takenAt}>
          {formatTime(takenAt)}
        </time>
      ),
    },
    {
      id: 'expires',
      title: w.expires,
      kind: 'time',
      cell: ({ voucher }) =>
        voucher === null ? (
          <span class="quiet">–</span>
        ) : (
          <time class="day" dateTime={voucher.expiresAt}>
            {formatShopEnd(voucher.expiresAt)}
          </time>
        ),
    },
  ];
}

function Who({ of: { shopper } }: { of: ListedCode }): JSX.Element | null {
  if (shopper === null) return null;
  return <a href={shopperPage(shopper)}>{shopper.name ?? shopper.email ?? shopper.id}</a>;
}

function codeFields(): readonly FilterField[] {
  const w = messages().codes;
  return [
    { name: 'state', label: w.state, options: w.states },
    { name: 'shopperId', label: w.shopperId },
  ];
}

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ search, order, filters }: TableState) {
  const { state, ...others } = filters;
  const known = CODE_STATES.find((one) => one === state);
  return {
    ...others,
    ...(known && { state: known }),
    ...(search === '' ? {} : { search }),
    order,
  };
}

async function readTotals() {
  const count = async (state?: (typeof VIEWS)[number]) => {
    const query = { counted: 'true', limit: '1', ...(state && { state }) } as const;
    return (await request(api().redemptions.$get({ query }))).total ?? undefined;
  };
  const all = await count();
  const each = await Promise.all(VIEWS.map(async (state) => [state, await count(state)] as const));
  return Object.fromEntries([['all', all], ...each]);
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const wanted = new Set(['code', 'email', 'currency', ...shown]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', CODE_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/codes?${query.toString()}`;
}
