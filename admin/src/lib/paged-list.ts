import { signal, type ReadonlySignal } from '@preact/signals';
import { ApiError } from './request.ts';

/** One page of a list of the API. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list that grows by a page at a time. */
export interface PagedList<Item> {
  /** Undefined until the first page has come. */
  readonly items: ReadonlySignal<readonly Item[] | undefined>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<ApiError | null>;
  readonly isLoading: ReadonlySignal<boolean>;
  /** Begins anew. What stood there stays until the first page has come. */
  load(): Promise<void>;
  more(): Promise<void>;
  /** Changes what is there, without asking. */
  change(by: (items: readonly Item[]) => readonly Item[]): void;
}

/** Makes one; nothing is asked yet. Of two askings the later counts. */
export const createPagedList = <Item>(
  fetchPage: (cursor: { cursor?: string }) => Promise<ListPage<Item>>,
): PagedList<Item> => {
  const items = signal<readonly Item[] | undefined>(undefined);
  const cursor = signal<string | null>(null);
  const hasMore = signal(false);
  const fault = signal<ApiError | null>(null);
  const isLoading = signal(false);
  let last = 0;
  const get = async (from: string | null): Promise<void> => {
    last += 1;
    const mine = last;
    isLoading.value = true;
    try {
      const page = await fetchPage(from === null ? {} : { cursor: from });
      if (mine !== last) return;
      items.value = from === null ? page.items : [...(items.value ?? []), ...page.items];
      cursor.value = page.nextCursor;
      hasMore.value = page.nextCursor !== null;
      fault.value = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (mine === last) fault.value = error;
    } finally {
      if (mine === last) isLoading.value = false;
    }
  };
  return {
    items,
    hasMore,
    fault,
    isLoading,
    load: () => get(null),
    more: () => get(cursor.value),
    change(by) {
      if (items.value !== undefined) items.value = by(items.value);
    },
  };
};
