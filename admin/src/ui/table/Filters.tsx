import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { Plus, X } from 'lucide';
import { messages } from '../../i18n/messages.ts';
import { lazyValue } from '../../lib/lazy-value.ts';
import { Icon } from '../Icon.tsx';
import { LazyPart } from '../LazyPart.tsx';
import type { FilterField } from './filter-field.ts';
import { filteredBy, type TableState } from './table-state.ts';

const DIALOG = lazyValue(async () => (await import('./FilterDialog.tsx')).FilterDialog);

/** How long somebody who types is waited for. */
const TYPING_MS = 180;

/** Above a list: the search, its filters as sentences that can be taken away, and what is done with all of it. */
export const Filters = (props: {
  /** What can be searched for; nothing where it is left out. */
  label: string | undefined;
  state: TableState;
  fields: readonly FilterField[];
  onState: (state: TableState) => void;
  children?: ComponentChildren;
}): JSX.Element => {
  const { label, state, fields, onState, children } = props;
  const isAsking = useSignal(false);
  const w = messages().tables;
  const set = fields.filter(({ name }) => state.filters[name] !== undefined);
  const left = fields.filter(({ name }) => state.filters[name] === undefined);
  return (
    <div class="table-filters">
      {label !== undefined && <Search key={label} label={label} state={state} onState={onState} />}
      {set.map((field) => (
        <Chip key={field.name} field={field} state={state} onState={onState} />
      ))}
      {left.length > 0 && (
        <button type="button" class="chip add" onClick={() => (isAsking.value = true)}>
          <Icon of={Plus} size={14} /> {w.filter}
        </button>
      )}
      <div class="grow end row">{children}</div>
      {isAsking.value && (
        <LazyPart of={DIALOG}>
          {(FilterDialog) => (
            <FilterDialog
              fields={left}
              onClose={() => (isAsking.value = false)}
              onValue={(name, value) => {
                isAsking.value = false;
                onState(filteredBy(state, name, value));
              }}
            />
          )}
        </LazyPart>
      )}
    </div>
  );
};

function Search(props: {
  label: string;
  state: TableState;
  onState: (state: TableState) => void;
}): JSX.Element {
  const { label, state, onState } = props;
  const typed = useSignal(state.search);
  const place = location.pathname;
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const timer = setTimeout(() => {
      const search = typed.value.trim();
      // While the next page loads this one is still there, and what was typed must not lead back to it.
      if (location.pathname === place && search !== latest.current.state.search)
        onState({ ...latest.current.state, search });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed.value]);
  return (
    <input
      type="search"
      class="search"
      aria-label={label}
      placeholder={label}
      value={typed.value}
      onInput={(event) => (typed.value = event.currentTarget.value)}
    />
  );
}

function Chip(props: {
  field: FilterField;
  state: TableState;
  onState: (state: TableState) => void;
}): JSX.Element {
  const { field, state, onState } = props;
  const value = state.filters[field.name] ?? '';
  const said = field.options?.[value] ?? field.say?.(value) ?? value;
  return (
    <span class="chip">
      {field.label} <strong>{said}</strong>
      <button
        type="button"
        aria-label={messages().tables.removeFilter(`${field.label} ${said}`)}
        onClick={() => onState(filteredBy(state, field.name, null))}
      >
        <Icon of={X} size={14} />
      </button>
    </span>
  );
}
