import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { UsersRound, UserSearch } from 'lucide';
import type { ListedShopper } from '@okaeri/shared/shoppers';
import { api, shopPath, shop, shopperPage } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { formatAgo, formatCount, formatMoney } from '../lib/format.ts';
import { createPagedList, type PagedList } from '../lib/paged-list.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { filterAddress, filterOf, isNarrowed } from './list-filter-rules.ts';
import { StageSelect, Search, StatusTabs } from './filters.tsx';

interface ListProps {
  pages: PagedList<ListedShopper>;
  text: string;
  isNarrowed: boolean;
}

/** Everybody the shop knows. */
export const ShoppersPage = (): JSX.Element => {
  const asked = filterOf(useOwnQuery(shopPath('/shoppers')));
  const { search } = asked;
  const address = filterAddress(asked);
  const pages = useMemo(
    () =>
      createPagedList<ListedShopper>((cursor) =>
        request(api().shoppers.$get({ query: { ...cursor, ...asked } })),
      ),
    // The address says everything that is asked for.
    [address],
  );
  useEffect(() => void pages.load(), [pages]);
  // A search may look through a whole page and find nobody on it: then the next one is looked at.
  const goesOn = pages.items.value?.length === 0 && pages.hasMore.value;
  useEffect(() => {
    if (goesOn) void pages.more();
  }, [goesOn, pages]);
  const w = messages().shoppers;
  return (
    <Page title={w.title}>
      <StatusTabs asked={asked} />
      <div class="filters">
        <Search asked={asked} />
        <StageSelect asked={asked} />
      </div>
      <List pages={pages} text={search ?? ''} isNarrowed={isNarrowed(asked)} />
    </Page>
  );
};

/**
 * What the address asks this page for. While the next page is loaded this one is still there, and the address
 * is the next one's already: it says nothing of this page, which must not follow it, or lead back.
 */
function useOwnQuery(place: string): Readonly<Record<string, string>> {
  const { path, query } = useLocation();
  const own = useRef(query);
  if (path === place) own.current = query;
  return own.current;
}

function List({ pages, text, isNarrowed: narrowed }: ListProps): JSX.Element {
  const items = pages.items.value;
  const w = messages();
  if (pages.fault.value)
    return <Fault fault={pages.fault.value} onRetry={() => void pages.load()} />;
  if (items === undefined) return <Skeleton lines={8} />;
  if (items.length === 0) return <Nobody text={text} isNarrowed={narrowed} />;
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
            <Row key={one.id ?? one.guestId ?? i} of={one} />
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
}

function Nobody({ text, isNarrowed: narrowed }: Omit<ListProps, 'pages'>): JSX.Element {
  const w = messages().shoppers;
  if (text !== '')
    return (
      <Empty icon={UserSearch} title={w.nobody}>
        <p>{w.nobodyText(text)}</p>
      </Empty>
    );
  if (narrowed)
    return (
      <Empty icon={UserSearch} title={w.nobodyThere}>
        <p>{w.nobodyThereText}</p>
        <a class="button" href={shopPath('/shoppers')}>
          {w.filters.all}
        </a>
      </Empty>
    );
  return (
    <Empty icon={UsersRound} title={w.empty}>
      <p>{w.emptyText}</p>
    </Empty>
  );
}

function Row({ of }: { of: ListedShopper }): JSX.Element {
  const w = messages().shoppers;
  const name = of.name ?? of.email ?? of.id ?? w.nameless;
  const currency = shop.value?.currency ?? 'USD';
  return (
    <tr>
      <td data-label={w.name}>
        <div class="grow">
          <a href={shopperPage(of)}>{name}</a>{' '}
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
}
