import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { UsersRound, UserSearch } from 'lucide';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api, here, shop } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { ask } from '../lib/ask.ts';
import { formatAgo, formatCount, formatMoney } from '../lib/format.ts';
import { createPages, type Pages } from '../lib/pages.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';

const FILTERS = ['all', 'member', 'guest', 'blocked'] as const;
type Filter = (typeof FILTERS)[number];

/** How long somebody who types is waited for. */
const TYPING_MS = 180;

const addressOf = (filter: Filter, text: string): string => {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('status', filter);
  if (text !== '') query.set('search', text);
  const said = query.toString();
  return here(`/shoppers${said === '' ? '' : `?${said}`}`);
};

const Row = ({ of }: { of: ListedShopper }): JSX.Element => {
  const w = words().shoppers;
  const name = of.name ?? of.email ?? of.id ?? w.nameless;
  const currency = shop.value?.currency ?? 'USD';
  return (
    <tr>
      <td data-label={w.name}>
        <div class="grow">
          {of.id === null ? (
            <span>{name}</span>
          ) : (
            <a href={here(`/shoppers/${encodeURIComponent(of.id)}`)}>{name}</a>
          )}{' '}
          {of.status !== 'member' && (
            <span class={`badge${of.status === 'blocked' ? ' warn' : ''}`}>
              {w.status[of.status]}
            </span>
          )}
          {of.name !== null && of.email !== null && <p class="quiet small">{of.email}</p>}
        </div>
      </td>
      <td data-label={w.points} class="number">
        {formatCount(of.available)}
      </td>
      <td data-label={w.orders} class="number">
        {formatCount(of.orderCount)}
      </td>
      <td data-label={w.spend} class="number">
        {formatMoney(of.spendMinor, currency)}
      </td>
      <td data-label={w.lastOrder}>
        {of.lastOrderAt === null ? <span class="quiet">{w.never}</span> : formatAgo(of.lastOrderAt)}
      </td>
    </tr>
  );
};

const List = ({ pages, text }: { pages: Pages<ListedShopper>; text: string }): JSX.Element => {
  const items = pages.items.value;
  const w = words();
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (items === undefined) return <Skeleton lines={8} />;
  if (items.length === 0)
    return text === '' ? (
      <Empty icon={UsersRound} title={w.shoppers.empty}>
        <p>{w.shoppers.emptyText}</p>
      </Empty>
    ) : (
      <Empty icon={UserSearch} title={w.shoppers.nobody}>
        <p>{w.shoppers.nobodyText(text)}</p>
      </Empty>
    );
  return (
    <>
      <table class="table" aria-busy={pages.isLoading.value}>
        <thead>
          <tr>
            <th scope="col">{w.shoppers.name}</th>
            <th scope="col" class="number">
              {w.shoppers.points}
            </th>
            <th scope="col" class="number">
              {w.shoppers.orders}
            </th>
            <th scope="col" class="number">
              {w.shoppers.spend}
            </th>
            <th scope="col">{w.shoppers.lastOrder}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one, i) => (
            <Row key={one.id ?? i} of={one} />
          ))}
        </tbody>
      </table>
      {pages.hasMore.value && (
        <Button busy={pages.isLoading.value} onClick={() => void pages.more()}>
          {w.app.more}
        </Button>
      )}
    </>
  );
};

/** The search, whose text is in the address, so that it can be sent to somebody. */
const Search = ({ filter, text }: { filter: Filter; text: string }): JSX.Element => {
  const { route } = useLocation();
  const typed = useSignal(text);
  const w = words().shoppers;
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.value.trim() !== text) route(addressOf(filter, typed.value.trim()), true);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed.value, filter, text, route, typed]);
  return (
    <input
      type="search"
      class="search"
      aria-label={w.search}
      placeholder={w.search}
      value={typed.value}
      onInput={(event) => (typed.value = event.currentTarget.value)}
    />
  );
};

/** Everybody the shop knows. */
export const ShoppersPage = (): JSX.Element => {
  const { query } = useLocation();
  const text = query['search'] ?? '';
  const filter = FILTERS.find((one) => one === query['status']) ?? 'all';
  const pages = useMemo(
    () =>
      createPages<ListedShopper>((cursor) => {
        const search = text === '' ? {} : { search: text };
        const status = filter === 'all' ? {} : { status: filter };
        return ask(api().shoppers.$get({ query: { ...cursor, ...search, ...status } }));
      }),
    [text, filter],
  );
  useEffect(() => void pages.load(), [pages]);
  // A search may look through a whole page and find nobody on it: then the next one is looked at.
  const goesOn = pages.items.value?.length === 0 && pages.hasMore.value;
  useEffect(() => {
    if (goesOn) void pages.more();
  }, [goesOn, pages]);
  const w = words().shoppers;
  return (
    <Page title={w.title}>
      <nav class="tabs" aria-label={w.title}>
        {FILTERS.map((one) => (
          <a
            key={one}
            href={addressOf(one, text)}
            aria-current={one === filter ? 'page' : undefined}
          >
            {w.filters[one]}
          </a>
        ))}
      </nav>
      <Search filter={filter} text={text} />
      <List pages={pages} text={text} />
    </Page>
  );
};
