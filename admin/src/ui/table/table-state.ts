/** What a list is asked for: it stands in the address, so that it can be sent to somebody. */
export interface TableState {
  readonly search: string;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  /** Each filter that is set, by its name. */
  readonly filters: Readonly<Record<string, string>>;
}

/** A list somebody has kept: what it is asked for, under a name. */
export interface SavedView {
  readonly name: string;
  readonly state: TableState;
}

/** How a list begins. */
export interface TableDefaults {
  readonly sort: string;
  readonly order: 'asc' | 'desc';
  /** Names of filters it knows. */
  readonly filters: readonly string[];
}

/** What an address asks for. What the list does not know is left out. */
export const stateOf = (
  query: Readonly<Record<string, string>>,
  defaults: TableDefaults,
): TableState => {
  const { search = '', sort = defaults.sort } = query;
  const order = query['order'] === 'asc' || query['order'] === 'desc' ? query['order'] : null;
  const filters = defaults.filters.flatMap((name) => {
    const value = query[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { search, sort, order: order ?? defaults.order, filters: Object.fromEntries(filters) };
};

/** The part of an address that asks for it: nothing where it is how the list begins. */
export const queryOf = (state: TableState, defaults: TableDefaults): string => {
  const { search, sort, order, filters } = state;
  const isUsual = sort === defaults.sort && order === defaults.order;
  const query = new URLSearchParams([
    ...(search === '' ? [] : [['search', search]]),
    ...Object.entries(filters),
    ...(isUsual
      ? []
      : [
          ['sort', sort],
          ['order', order],
        ]),
  ]).toString();
  return query === '' ? '' : `?${query}`;
};

/** Whether two ask for the same rows, in whatever order. */
export const isSameView = (one: TableState, other: TableState): boolean => {
  const names = new Set([...Object.keys(one.filters), ...Object.keys(other.filters)]);
  return [...names].every((name) => one.filters[name] === other.filters[name]);
};

/** The same ordered by a column: once more by the same one turns it round. */
export const sortedBy = (
  state: TableState,
  column: { sort: string; isFirst: 'asc' | 'desc' },
): TableState => {
  if (state.sort !== column.sort) return { ...state, sort: column.sort, order: column.isFirst };
  return { ...state, order: state.order === 'asc' ? 'desc' : 'asc' };
};

/** The same with a filter set; without it where there is no value. */
export const filteredBy = (state: TableState, name: string, value: string | null): TableState => {
  const { [name]: _, ...others } = state.filters;
  return { ...state, filters: value === null ? others : { ...others, [name]: value } };
};

/** What was kept as views, as far as it can be read. */
export const readViews = (kept: unknown, defaults: TableDefaults): SavedView[] =>
  Array.isArray(kept)
    ? kept.flatMap((one: unknown): SavedView[] => {
        if (typeof one !== 'object' || one === null || !('name' in one) || !('query' in one))
          return [];
        const { name, query } = one;
        if (typeof name !== 'string' || typeof query !== 'string') return [];
        return [{ name, state: stateOf(Object.fromEntries(new URLSearchParams(query)), defaults) }];
      })
    : [];
