import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Star } from 'lucide';
import { REVIEW_COLUMNS, REVIEW_SORTS, REVIEW_STATES } from '@okaeri/shared/list-words';
import { pathOf } from '@okaeri/shared/paths';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import { productField } from '../app/product-field.ts';
import { createDecisions } from '../app/decide-many.ts';
import { DecideMany } from '../app/DecideMany.tsx';
import { ListTable, type PageAsked } from '../app/ListTable.tsx';
import { api, may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { excerptOf } from '../lib/excerpt.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { noteTitles, productTitle } from '../lib/product-title.ts';
import { request } from '../lib/request.ts';
import type { RowHead, TableColumn } from '../ui/table/DataTable.tsx';
import { dayField } from '../ui/table/day-field.ts';
import type { FilterField } from '../ui/table/filter-field.ts';
import type { TableDefaults, TableState } from '../ui/table/table-state.ts';
import { reviewTitle } from './review-title.ts';

const DEFAULTS: TableDefaults = {
  sort: 'written',
  order: 'desc',
  filters: ['state', 'stars', 'productId', 'verified', 'replied', 'from', 'until'],
};
const SHOWN = ['stars', 'product', 'state', 'replied', 'written'];

/** Every review of the shop as a table. */
export const AllTab = (): JSX.Element => {
  const decisions = useMemo(
    () =>
      createDecisions((ids, decision) =>
        request(api().reviews.decisions.$post({ json: { ids, decision } })),
      ),
    [],
  );
  const w = messages();
  const { states } = w.lists;
  return (
    <ListTable
      path={shopPath('/reviews/all')}
      defaults={DEFAULTS}
      shown={SHOWN}
      label={w.reviews.title}
      search={w.reviewList.search}
      views={[
        { text: w.lists.all, filters: {} },
        { text: states.published, filters: { state: 'published' } },
        { text: states.withheld, filters: { state: 'withheld' } },
        { text: states.removed, filters: { state: 'removed' } },
      ]}
      fields={reviewFields()}
      first={{ title: w.reviewList.title }}
      columns={reviewColumns()}
      head={reviewHead}
      keyOf={({ id }) => id}
      nameOf={reviewTitle}
      fetchPage={fetchPage}
      file={{ name: 'reviews.csv', path: exportPath }}
      empty={{ icon: Star, title: w.reviewList.empty, text: w.reviewList.emptyText }}
      isPicked={may('moderate')}
      below={(props) => <DecideMany {...props} decisions={decisions} fetchPage={fetchPage} />}
    />
  );
};

async function fetchPage(state: TableState, page: PageAsked) {
  const found = await request(api().reviews.$get({ query: { ...askedOf(state), ...page } }));
  noteTitles(found.items);
  return found;
}

function reviewHead(of: QueuedReview): RowHead {
  const day = formatDay(of.createdAt);
  return {
    href: shopPath(`/reviews/all${pathOf(of.id)}`),
    name: reviewTitle(of),
    line: of.title === null ? of.name : `${of.name} · ${excerptOf(of.body, 80)}`,
    phone: [productTitle(of), messages().lists.states[of.state], day].join(' · '),
  };
}

function reviewColumns(): readonly TableColumn<QueuedReview>[] {
  const w = messages();
  return [
    {
      id: 'stars',
      title: w.reviewList.stars,
      kind: 'number',
      sort: 'stars',
      isFigure: true,
      cell: ({ rating }) =>
        rating === null ? (
          <span class="quiet">{w.reviewList.hiddenStars}</span>
        ) : (
          <span role="img" aria-label={w.reviews.stars(rating)}>
            {rating} ★
          </span>
        ),
    },
    { id: 'product', title: w.lists.product, kind: 'text', cell: productTitle },
    { id: 'state', title: w.lists.state, kind: 'text', cell: (of) => <State of={of} /> },
    {
      id: 'verified',
      title: w.reviewList.verified,
      kind: 'text',
      cell: ({ verified }) => (verified ? w.lists.yes : <span class="quiet">{w.lists.no}</span>),
    },
    {
      id: 'replied',
      title: w.reviewList.replied,
      kind: 'text',
      cell: ({ reply }) => (reply === null ? <span class="quiet">{w.lists.no}</span> : w.lists.yes),
    },
    {
      id: 'helpful',
      title: w.reviewList.helpful,
      kind: 'number',
      cell: ({ helpful }) => formatCount(helpful),
    },
    {
      id: 'written',
      title: w.lists.written,
      kind: 'time',
      sort: 'written',
      cell: ({ createdAt }) => (
        <time class="day" dateTime={createdAt}>
          {formatDay(createdAt)}
        </time>
      ),
    },
  ];
}

function State({ of: { state, decision } }: { of: QueuedReview }): JSX.Element {
  const w = messages();
  const kind = state === 'withheld' || state === 'queued' ? 'warn' : '';
  const reason = decision?.reason;
  return (
    <span class={`badge ${kind}`} title={reason ? w.reasons[reason] : undefined}>
      {w.lists.states[state]}
    </span>
  );
}

function reviewFields(): readonly FilterField[] {
  const w = messages();
  const yesNo = { true: w.lists.yes, false: w.lists.no };
  const { published, withheld, removed } = w.lists.states;
  return [
    { name: 'state', label: w.lists.state, options: { published, withheld, removed } },
    {
      name: 'stars',
      label: w.reviewList.stars,
      options: Object.fromEntries([5, 4, 3, 2, 1].map((stars) => [stars, w.reviews.stars(stars)])),
    },
    productField(w.lists.product),
    { name: 'verified', label: w.reviewList.verified, options: yesNo },
    { name: 'replied', label: w.reviewList.replied, options: yesNo },
    dayField('from', w.lists.from),
    dayField('until', w.lists.until),
  ];
}

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ search, sort, order, filters }: TableState) {
  const { state, verified: _verified, replied: _replied, ...others } = filters;
  const [verified, replied] = [yesNoOf(filters['verified']), yesNoOf(filters['replied'])];
  return {
    ...others,
    ...(search === '' ? {} : { search }),
    ...(verified && { verified }),
    ...(replied && { replied }),
    state: REVIEW_STATES.find((one) => one === state) ?? 'all',
    sort: REVIEW_SORTS.find((one) => one === sort) ?? 'written',
    order,
  };
}

function yesNoOf(said: string | undefined) {
  return (['true', 'false'] as const).find((one) => one === said);
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const wanted = new Set(['title', 'text', 'name', 'reply', ...shown]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', REVIEW_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/reviews?${query.toString()}`;
}
