import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../app/session.ts';
import { language, words } from '../i18n/messages.ts';
import { ask } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { addressOf, isNarrowed, STAGES, type Asked } from './list-filter-rules.ts';

/** How long somebody who types is waited for. */
const TYPING_MS = 180;

/** What a filter is added to. */
const searchOf = ({ search }: Asked): Asked => (search === undefined ? {} : { search });

/** Everybody, or those of one status. */
export const StatusTabs = ({ asked }: { asked: Asked }): JSX.Element => {
  const w = words().shoppers;
  const base = searchOf(asked);
  return (
    <nav class="tabs" aria-label={w.title}>
      <a href={addressOf(base)} aria-current={isNarrowed(asked) ? undefined : 'page'}>
        {w.filters.all}
      </a>
      {(['member', 'guest', 'blocked'] as const).map((status) => (
        <a
          key={status}
          href={addressOf({ ...base, status })}
          aria-current={status === asked.status ? 'page' : undefined}
        >
          {w.filters[status]}
        </a>
      ))}
    </nav>
  );
};

/** The search, whose text is in the address, so that it can be sent to somebody. */
export const Search = ({ asked }: { asked: Asked }): JSX.Element => {
  const { path, route } = useLocation();
  const { search: text = '', ...filter } = asked;
  const typed = useSignal(text);
  const w = words().shoppers;
  const place = addressOf(filter);
  // Whoever is on their way to another page is not led back by what they had typed.
  const isHere = path === addressOf({});
  useEffect(() => {
    if (!isHere) return undefined;
    const timer = setTimeout(() => {
      const search = typed.value.trim();
      if (search !== text) route(addressOf(search === '' ? filter : { ...filter, search }), true);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed.value, place, text, isHere, route, typed]);
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

const toAsked = (value: string): Asked => {
  const [kind, ...rest] = value.split(':');
  const stage = STAGES.find((one) => one === rest.join(':'));
  if (kind === 'stage' && stage !== undefined) return { stage };
  return kind === 'segment' ? { segment: rest.join(':') } : {};
};

/** Those at one stage of the loop, or in one segment of the programme. */
export const PlaceSelect = ({ asked }: { asked: Asked }): JSX.Element => {
  const { route } = useLocation();
  const program = useMemo(() => createResource(() => ask(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const w = words();
  const segments = program.value.value?.segments ?? [];
  const stage = asked.stage === undefined ? '' : `stage:${asked.stage}`;
  return (
    <select
      class="place"
      aria-label={w.shoppers.place}
      value={asked.segment === undefined ? stage : `segment:${asked.segment}`}
      onChange={({ currentTarget }) =>
        route(addressOf({ ...searchOf(asked), ...toAsked(currentTarget.value) }))
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
