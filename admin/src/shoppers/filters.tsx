import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { filterAddress, isNarrowed, STAGES, type ListFilter } from './list-filter-rules.ts';

/** How long somebody who types is waited for. */
const TYPING_MS = 180;

/** Everybody, or those of one status. */
export const StatusTabs = ({ asked }: { asked: ListFilter }): JSX.Element => {
  const w = messages().shoppers;
  const base = searchOf(asked);
  return (
    <nav class="tabs" aria-label={w.title}>
      <a href={filterAddress(base)} aria-current={isNarrowed(asked) ? undefined : 'page'}>
        {w.filters.all}
      </a>
      {(['member', 'guest', 'blocked'] as const).map((status) => (
        <a
          key={status}
          href={filterAddress({ ...base, status })}
          aria-current={status === asked.status ? 'page' : undefined}
        >
          {w.filters[status]}
        </a>
      ))}
    </nav>
  );
};

/** The search, whose text is in the address, so that it can be sent to somebody. */
export const Search = ({ asked }: { asked: ListFilter }): JSX.Element => {
  const { route } = useLocation();
  const { search: text = '', ...filter } = asked;
  const typed = useSignal(text);
  const w = messages().shoppers;
  const place = filterAddress(filter);
  useEffect(() => {
    const timer = setTimeout(() => {
      // While the next page loads this one is still there, and what was typed must not lead back to it. The
      // browser knows that a link was followed before this component is drawn again.
      if (location.pathname !== filterAddress({})) return;
      const search = typed.value.trim();
      if (search !== text)
        route(filterAddress(search === '' ? filter : { ...filter, search }), true);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed.value, place, text, route, typed]);
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

/** Those at one stage of the loop, or in one segment of the programme. */
export const StageSelect = ({ asked }: { asked: ListFilter }): JSX.Element => {
  const { route } = useLocation();
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const w = messages();
  const segments = program.value.value?.segments ?? [];
  const stage = asked.stage === undefined ? '' : `stage:${asked.stage}`;
  return (
    <select
      class="place"
      aria-label={w.shoppers.place}
      value={asked.segment === undefined ? stage : `segment:${asked.segment}`}
      onChange={({ currentTarget }) =>
        route(filterAddress({ ...searchOf(asked), ...toFilter(currentTarget.value) }))
      }
    >
      <option value="">{w.shoppers.everywhere}</option>
      <optgroup label={w.shoppers.byStage}>
        {STAGES.map((one) => (
          <option key={one} value={`stage:${one}`}>
            {w.stages[one]}
          </option>
        ))}
      </optgroup>
      {segments.length > 0 && (
        <optgroup label={w.shoppers.bySegment}>
          {segments.map(({ id, name }) => (
            <option key={id} value={`segment:${id}`}>
              {name[language.value] ?? name['en'] ?? id}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
};

/** What a filter is added to. */
function searchOf({ search }: ListFilter): ListFilter {
  return search === undefined ? {} : { search };
}

function toFilter(value: string): ListFilter {
  const [kind, ...rest] = value.split(':');
  const stage = STAGES.find((one) => one === rest.join(':'));
  if (kind === 'stage' && stage !== undefined) return { stage };
  return kind === 'segment' ? { segment: rest.join(':') } : {};
}
