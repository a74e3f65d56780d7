import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { Search as SearchIcon } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { createSearch, type Search } from './search-model.ts';
import { SearchResults } from './SearchResults.tsx';
import { resultsOf, type SearchResult } from './search-results.ts';
import './search.css';

/** Finds shoppers, orders, codes, reviews, pages and acts by what they are called. */
export const SearchDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const model = useMemo(createSearch, []);
  const at = useSignal(0);
  const id = useId();
  const { route } = useLocation();
  // Before the next key: the person who types at once types into it.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => () => model.end(), [model]);
  const w = messages().search;
  const acts = model.acts.value;
  const groups =
    acts === null
      ? resultsOf(model.text.value, model.found.value)
      : [{ title: w.acts, results: acts }];
  const flat = groups.flatMap(({ results }) => results);
  const current = Math.min(at.value, flat.length - 1);
  const go = (result: SearchResult | undefined): void => {
    if (result === undefined) return;
    onClose();
    route(result.href);
  };
  const onKey = keysOf({
    count: flat.length,
    current,
    onMove: (next) => (at.value = next),
    onOpen: () => go(flat[current]),
    onActs: () => {
      const of = flat[current]?.acts;
      if (of === undefined) return false;
      model.setActs(of);
      at.value = 0;
      return true;
    },
  });
  return (
    <dialog
      ref={dialog}
      class="dialog palette search-dialog"
      aria-label={w.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Typed
        id={id}
        model={model}
        active={flat.length > 0 ? `${id}-${current}` : undefined}
        onTyped={() => (at.value = 0)}
        onKey={onKey}
      />
      <SearchResults
        id={id}
        groups={groups}
        current={current}
        text={model.text.value}
        onPoint={(index) => (at.value = index)}
        onChoose={go}
      />
      {flat.length === 0 && <Nothing isAsking={model.isAsking.value} />}
      <Keys />
    </dialog>
  );
};

function Typed(props: {
  id: string;
  model: Search;
  active: string | undefined;
  onTyped: () => void;
  onKey: (event: KeyboardEvent) => void;
}): JSX.Element {
  const { id, model, active, onTyped, onKey } = props;
  const { hint } = messages().search;
  return (
    <div class="search-field">
      <Icon of={SearchIcon} size={17} />
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active}
        aria-label={hint}
        placeholder={hint}
        value={model.text.value}
        onInput={(event) => {
          model.setText(event.currentTarget.value);
          onTyped();
        }}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">Esc</kbd>
    </div>
  );
}

/** What the keys do: up and down, Enter opens, Tab shows what can be done about it. */
function keysOf(of: {
  count: number;
  current: number;
  onMove: (at: number) => void;
  onOpen: () => void;
  /** Whether there was anything to show. */
  onActs: () => boolean;
}): (event: KeyboardEvent) => void {
  const { count, current, onMove, onOpen, onActs } = of;
  return (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      onMove((current + step + count) % count);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      onOpen();
    } else if (event.key === 'Tab' && !event.shiftKey && onActs()) event.preventDefault();
  };
}

function Nothing({ isAsking }: { isAsking: boolean }): JSX.Element {
  const w = messages();
  return (
    <p class="quiet palette-none" role="status">
      {isAsking ? w.app.loading : w.search.none}
    </p>
  );
}

function Keys(): JSX.Element {
  const w = messages().search;
  return (
    <p class="search-keys quiet small" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {w.move}
      </span>
      <span>
        <kbd>Enter</kbd> {w.open}
      </span>
      <span>
        <kbd>Tab</kbd> {w.actsFor}
      </span>
      <span>
        <kbd>#</kbd> {w.orders} <kbd>@</kbd> {w.shoppers} <kbd>&gt;</kbd> {w.pagesAndActs}
      </span>
    </p>
  );
}
