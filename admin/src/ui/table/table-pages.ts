import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Counted } from '@okaeri/shared/list-parts';
import { ApiError } from '../../lib/request.ts';

/** One page of a list of the API. */
export interface TablePage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: Counted | null;
}

/** A list that is looked at page by page. */
export interface TablePages<Row> {
  /** Undefined until the first page has come; the one before stays until the next has come. */
  readonly rows: ReadonlySignal<readonly Row[] | undefined>;
  /** Undefined until it is known how many there are. */
  readonly total: ReadonlySignal<Counted | undefined>;
  /** The number of the first row of the page, counted from one. */
  readonly from: ReadonlySignal<number>;
  readonly hasNext: ReadonlySignal<boolean>;
  readonly hasPrevious: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<ApiError | null>;
  readonly isLoading: ReadonlySignal<boolean>;
  load(): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Asks for the page that is shown once more, and counts anew. */
  reload(): Promise<void>;
}

/** Where a page begins. */
interface Start {
  readonly cursor: string | null;
  readonly from: number;
}

/** A page that is looked for among many may come back empty: so often the next one is asked for at once. */
const EMPTY_PAGES_MAX = 40;

/** Makes one; nothing is asked yet. Of two askings the later counts. */
export const createTablePages = <Row>(
  fetchPage: (asked: { cursor?: string; counted: boolean }) => Promise<TablePage<Row>>,
): TablePages<Row> => {
  const rows = signal<readonly Row[] | undefined>(undefined);
  const total = signal<Counted | undefined>(undefined);
  const starts = signal<readonly Start[]>([{ cursor: null, from: 1 }]);
  const nextCursor = signal<string | null>(null);
  const fault = signal<ApiError | null>(null);
  const isLoading = signal(false);
  let last = 0;

  const fetchFrom = async (start: Start, counted: boolean): Promise<TablePage<Row>> => {
    let items: readonly Row[] = [];
    let page: TablePage<Row> | undefined;
    let { cursor } = start;
    for (let tries = 0; tries < EMPTY_PAGES_MAX && items.length === 0; tries += 1) {
      page = await fetchPage({
        ...(cursor === null ? {} : { cursor }),
        counted: counted && tries === 0,
      });
      items = page.items;
      cursor = page.nextCursor;
      if (tries === 0 && page.total) total.value = page.total;
      if (cursor === null) break;
    }
    return { items, nextCursor: cursor };
  };

  const show = async (path: readonly Start[], counted: boolean): Promise<void> => {
    last += 1;
    const mine = last;
    const start = path.at(-1);
    if (start === undefined) return;
    isLoading.value = true;
    try {
      const page = await fetchFrom(start, counted);
      if (mine !== last) return;
      rows.value = page.items;
      nextCursor.value = page.nextCursor;
      starts.value = path;
      fault.value = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (mine === last) fault.value = error;
    } finally {
      if (mine === last) isLoading.value = false;
    }
  };

  return {
    rows,
    total,
    from: computed(() => starts.value.at(-1)?.from ?? 1),
    hasNext: computed(() => nextCursor.value !== null),
    hasPrevious: computed(() => starts.value.length > 1),
    fault,
    isLoading,
    load: () => show([{ cursor: null, from: 1 }], true),
    async next() {
      const { value: cursor } = nextCursor;
      const at = starts.value.at(-1)?.from ?? 1;
      if (cursor === null) return;
      await show([...starts.value, { cursor, from: at + (rows.value?.length ?? 0) }], false);
    },
    previous: () => show(starts.value.slice(0, -1), false),
    reload: () => show(starts.value, true),
  };
};
