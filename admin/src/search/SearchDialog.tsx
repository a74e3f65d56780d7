import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { messages } from '../i18n/messages.ts';
import { createSearch } from './search-model.ts';
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
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      at.value = (current + step + flat.length) % flat.length;
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      go(flat[current]);
    } else if (event.key === 'Tab' && flat[current]?.acts !== undefined) {
      event.preventDefault();
      model.setActs(flat[current]?.acts ?? []);
      at.value = 0;
    }
  };
  return (
    <dialog
      ref={dialog}
      class="dialog palette search-dialog"
      aria-label={w.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={flat.length > 0 ? `${id}-${current}` : undefined}
        aria-label={w.hint}
        placeholder={w.hint}
        value={model.text.value}
        onInput={(event) => {
          model.setText(event.currentTarget.value);
          at.value = 0;
        }}
        onKeyDown={onKey}
      />
      <SearchResults
        id={id}
        groups={groups}
        current={current}
        text={model.text.value}
        onPoint={(index) => (at.value = index)}
        onChoose={go}
      />
      {flat.length === 0 && (
        <p class="quiet palette-none" role="status">
          {model.isAsking.value ? messages().app.loading : w.none}
        </p>
      )}
      <Keys />
    </dialog>
  );
};

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
