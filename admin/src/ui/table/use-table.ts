import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { readJson, saveJson } from '../../lib/local-json.ts';
import {
  queryOf,
  readViews,
  stateOf,
  type SavedView,
  type TableDefaults,
  type TableState,
} from './table-state.ts';

/** What somebody has made of a list: in the address what is asked for, in this browser views and columns. */
export interface TableUse {
  readonly state: TableState;
  readonly setState: (state: TableState) => void;
  readonly hrefOf: (state: TableState) => string;
  readonly views: readonly SavedView[];
  readonly setViews: (views: readonly SavedView[]) => void;
  readonly columns: readonly string[];
  readonly setColumns: (ids: readonly string[]) => void;
}

/**
 * Keeps what is asked of a list in its address. Views and columns are one person's habits with one shop, and wait
 * for nobody: they are kept in the browser.
 *
 * @param path where the list is
 * @param columns those shown until somebody has chosen
 */
export const useTable = (
  path: string,
  defaults: TableDefaults,
  columns: readonly string[],
): TableUse => {
  const location = useLocation();
  const own = useRef(location.query);
  // While the next page is loaded this one is still there, and the address says nothing of it any more.
  if (location.path === path) own.current = location.query;
  const viewsKey = `okaeri.views ${path}`;
  const columnsKey = `okaeri.columns ${path}`;
  const views = useSignal(useMemo(() => readViews(readJson(viewsKey), defaults), [path]));
  const shown = useSignal(useMemo(() => readColumns(readJson(columnsKey)) ?? columns, [path]));
  const hrefOf = (state: TableState): string => `${path}${queryOf(state, defaults)}`;
  const state = stateOf(own.current, defaults);
  return {
    state,
    setState: (next) => location.route(hrefOf(next), next.search !== state.search),
    hrefOf,
    views: views.value,
    setViews(next) {
      views.value = [...next];
      const kept = next.map(({ name, state: asked }) => ({
        name,
        query: queryOf(asked, defaults),
      }));
      saveJson(viewsKey, kept);
    },
    columns: shown.value,
    setColumns(ids) {
      shown.value = ids;
      saveJson(columnsKey, ids);
    },
  };
};

function readColumns(kept: unknown): readonly string[] | undefined {
  return Array.isArray(kept) && kept.every((one): one is string => typeof one === 'string')
    ? kept
    : undefined;
}
