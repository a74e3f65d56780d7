import type { JSX } from 'preact';
import { ScrollText } from 'lucide';
import { ACT_COLUMNS, ACT_OUTCOMES } from '@okaeri/shared/list-words';
import type { Act } from '@okaeri/shared/team';
import { ListTable, type PageAsked } from '../app/ListTable.tsx';
import { api, shopPath } from '../app/session.ts';
import { lazyWords } from '../i18n/lazy-words.ts';
import { messages } from '../i18n/messages.ts';
import { formatSigned, formatTime } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import type { RowHead, TableColumn } from '../ui/table/DataTable.tsx';
import { dayField } from '../ui/table/day-field.ts';
import type { FilterField } from '../ui/table/filter-field.ts';
import type { TableDefaults, TableState } from '../ui/table/table-state.ts';
import { linkOfAct } from './act-link-rules.ts';

const DEFAULTS: TableDefaults = {
  sort: 'at',
  order: 'desc',
  filters: ['actor', 'operation', 'outcome', 'subject', 'from', 'until'],
};
const SHOWN = ['who', 'about', 'outcome', 'at'];

const LOG_WORDS = lazyWords<Readonly<Record<string, string>>>({
  en: () => import('../i18n/log/en.ts'),
  ja: () => import('../i18n/log/ja.ts'),
});

/** The log as a table. */
export const LogTable = (): JSX.Element => {
  const w = messages();
  const { views } = w.actList;
  return (
    <ListTable
      path={shopPath('/settings/log')}
      defaults={DEFAULTS}
      shown={SHOWN}
      label={w.log.title}
      views={[
        { text: views.all, filters: {} },
        { text: views.refused, filters: { outcome: 'refused' } },
        { text: views.cut, filters: { outcome: 'cut' } },
      ]}
      fields={actFields()}
      first={{ title: w.actList.what }}
      columns={actColumns()}
      head={actHead}
      keyOf={({ id }) => id}
      nameOf={({ operation }) => nameOf(operation)}
      fetchPage={fetchPage}
      file={{ name: 'activity.csv', path: exportPath }}
      empty={{ icon: ScrollText, title: w.log.empty, text: w.log.emptyText }}
    />
  );
};

function fetchPage(state: TableState, page: PageAsked) {
  return request(api().acts.$get({ query: { ...askedOf(state), ...page } }));
}

function actHead(of: Act): RowHead {
  const { adjustment, reason } = of;
  const w = messages();
  const note = adjustment?.note;
  const link = linkOfAct(of.operation, of.subject);
  const points = adjustment === null ? '' : ` ${formatSigned(adjustment.points)}`;
  return {
    href: link === null ? null : shopPath(link),
    name: `${nameOf(of.operation)}${points}`,
    line: [reason, note ? w.shopper.teamNote(note) : null].filter(Boolean).join(' · '),
    phone: [of.actor, of.subject, formatTime(of.at)].filter(Boolean).join(' · '),
  };
}

function actColumns(): readonly TableColumn<Act>[] {
  const w = messages();
  return [
    {
      id: 'who',
      title: w.actList.who,
      kind: 'text',
      cell: ({ actor, byKey }) => (
        <>
          {actor} {byKey && <span class="badge">{w.log.byKey}</span>}
        </>
      ),
    },
    {
      id: 'about',
      title: w.actList.about,
      kind: 'text',
      cell: ({ subject }) => subject ?? <span class="quiet">–</span>,
    },
    {
      id: 'outcome',
      title: w.actList.outcome,
      kind: 'text',
      isFigure: true,
      cell: ({ outcome }) => (
        <span class={`badge ${outcome === 'done' ? 'good' : 'warn'}`}>
          {w.log.outcomes[outcome]}
        </span>
      ),
    },
    {
      id: 'at',
      title: w.actList.when,
      kind: 'time',
      sort: 'at',
      cell: ({ at }) => (
        <time class="day" dateTime={at}>
          {formatTime(at)}
        </time>
      ),
    },
  ];
}

function actFields(): readonly FilterField[] {
  const w = messages();
  return [
    {
      name: 'actor',
      label: w.actList.who,
      find: async (typed) => {
        const names = await readNames();
        const wanted = typed.toLocaleLowerCase();
        return names
          .filter((name) => name.toLocaleLowerCase().includes(wanted))
          .map((name) => ({ id: name, name }));
      },
    },
    { name: 'operation', label: w.actList.operation, options: LOG_WORDS.now() ?? {} },
    { name: 'outcome', label: w.actList.outcome, options: w.log.outcomes },
    { name: 'subject', label: w.actList.about },
    dayField('from', w.lists.from),
    dayField('until', w.lists.until),
  ];
}

/** Who can have done something: people of the shop, and its keys. */
async function readNames(): Promise<readonly string[]> {
  const [team, keys] = await Promise.all([request(api().team.$get()), request(api().keys.$get())]);
  const names = [...team.items.map(({ name }) => name), ...keys.items.map(({ label }) => label)];
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

/** What the API is asked for; an address may have been written by hand. */
function askedOf({ order, filters }: TableState) {
  const { outcome, ...others } = filters;
  const known = ACT_OUTCOMES.find((one) => one === outcome);
  return { ...others, ...(known && { outcome: known }), order };
}

function exportPath(state: TableState, shown: readonly string[]): string {
  const names: Readonly<Record<string, string>> = { who: 'actor', about: 'subject' };
  const wanted = new Set([
    'operation',
    'key',
    'points',
    'reason',
    'note',
    ...shown.map((id) => names[id] ?? id),
  ]);
  const query = new URLSearchParams(Object.entries(askedOf(state)));
  query.set('columns', ACT_COLUMNS.filter((column) => wanted.has(column)).join(','));
  return `/exports/acts?${query.toString()}`;
}

/** What an act is called; empty until the words have come. */
function nameOf(operation: string): string {
  const words = LOG_WORDS.now();
  return words === null ? '' : (words[operation] ?? messages().log.other);
}
