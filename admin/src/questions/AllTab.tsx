import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { MessageCircleQuestionMark } from 'lucide';
import { POST_STATES, QUESTION_COLUMNS } from '@okaeri/shared/list-words';
import { pathOf } from '@okaeri/shared/paths';
import type { ModeratedPost } from '@okaeri/shared/questions';
import { createDecisions } from '../app/decide-many.ts';
import { DecideMany } from '../app/DecideMany.tsx';
import { ListTable, type PageAsked } from '../app/ListTable.tsx';
import { productField } from '../app/product-field.ts';
import { api, may, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { excerptOf } from '../lib/excerpt.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { noteTitles, productTitle } from '../lib/product-title.ts';
import { request } from '../lib/request.ts';
import type { RowHead, TableColumn } from '../ui/table/DataTable.tsx';
import { dayField } from '../ui/table/day-field.ts';
import type { TableDefaults, TableState } from '../ui/table/table-state.ts';

const DEFAULTS: TableDefaults = {
  sort: 'written',
  order: 'desc',
  filters: ['state', 'kind', 'productId', 'from', 'until'],
};
const SHOWN = ['kind', 'product', 'answers', 'state', 'written'];

/** Every question and answer of the shop as a table. */
export const AllTab = (): JSX.Element => {
  const decisions = useMemo(
    () =>
      createDecisions((ids, decision) =>
        request(api().questions.decisions.$post({ json: { ids, decision } })),
      ),
    [],
  );
  const w = messages();
  const { views, kinds } = w.questionList;
  const { answered, unanswered, withheld } = views;
  return (
    <ListTable
      path={shopPath('/questions/all')}
      defaults={DEFAULTS}
      shown={SHOWN}
      label={w.questions.title}
      search={w.questionList.search}
      views={[
        { text: views.all, filters: {} },
        { text: answered, filters: { state: 'answered' } },
        { text: unanswered, filters: { state: 'unanswered' } },
        { text: withheld, filters: { state: 'withheld' } },
      ]}
      fields={[
        { name: 'state', label: w.lists.state, options: { answered, unanswered, withheld } },
        { name: 'kind', label: w.questionList.kind, options: kinds },
        productField(w.lists.product),
        dayField('from', w.lists.from),
        dayField('until', w.lists.until),
      ]}
      first={{ title: w.questionList.title }}
      columns={postColumns()}
      head={postHead}
      keyOf={({ id }) => id}
      nameOf={nameOf}
      fetchPage={fetchPage}
      file={{ name: 'questions.csv', path: exportPath }}
      empty={{
        icon: MessageCircleQuestionMark,
        title: w.questions.emptyAll,
        text: w.questions.emptyText,
      }}
      isPicked={may('moderate')}
      below={(props) => <DecideMany {...props} decisions={decisions} fetchPage={fetchPage} />}
    />
  );
};

async function fetchPage(state: TableState, page: PageAsked) {
  const found = await request(api().questions.$get({ query: { ...askedOf(state), ...page } }));
  noteTitles(found.items);
  return found;
}

function postHead(of: ModeratedPost): RowHead {
  const w = messages();
  const day = formatDay(of.createdAt);
  const who = [of.name, w.questions.from[of.from]].filter((text) => text !== '').join(' · ');
  return {
    href: shopPath(`/questions/all${pathOf(of.id)}`),
    name: nameOf(of),
    line: who,
    phone: [w.questionList.kinds[of.kind], productTitle(of), day].join(' · '),
  };
}

function postColumns(): readonly TableColumn<ModeratedPost>[] {
  const w = messages();
  return [
    {
      id: 'kind',
      title: w.questionList.kind,
      kind: 'text',
      cell: ({ kind }) => w.questionList.kinds[kind],
    },
    { id: 'product', title: w.lists.product, kind: 'text', cell: productTitle },
    {
      id: 'answers',
      title: w.questionList.answers,
      kind: 'number',
      isFigure: true,
      cell: ({ kind, answerCount }) =>
        kind === 'answer' ? <span class="quiet">–</span> : formatCount(answerCount),
    },
    {
      id: 'state',
      title: w.lists.state,
      kind: 'text',
      cell: ({ state }) => (
        <span class={`badge ${state === 'published' ? '' : 'warn'}`}>{w.lists.states[state]}</span>
      ),
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

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ search, order, filters }: TableState) {
  const { state, kind, ...others } = filters;
  const knownKind = (['question', 'answer'] as const).find((one) => one === kind);
  return {
    ...others,
    ...(search === '' ? {} : { search }),
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    state: POST_STATES.find((one) => one === state) ?? 'all',
    order,
  };
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const wanted = new Set(['text', 'name', 'from', ...shown]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', QUESTION_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/questions?${query.toString()}`;
}

function nameOf({ body }: ModeratedPost): string {
  return excerptOf(body, 90);
}
