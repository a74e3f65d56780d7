import { signal, type Signal } from '../ui/signals.ts';
import type { HistoryPage } from '@okaeri/shared/ledger';
import type { AppModel } from './model.ts';

/** A history as far as it was read. */
interface HistoryState extends HistoryPage {
  readonly status: 'loading' | 'ready' | 'failed';
}

/** The acts of the history panel. */
export interface HistoryModel {
  readonly state: Signal<HistoryState>;
  /** Reads the first page anew. */
  load(): Promise<void>;
  /** Reads the next page. */
  more(): Promise<void>;
}

export const createHistoryModel = (app: AppModel): HistoryModel => {
  const state = signal<HistoryState>({
    items: [],
    earlier: [],
    nextCursor: null,
    status: 'loading',
  });
  const read = async (cursor?: string): Promise<void> => {
    const before = cursor ? state.value : { items: [], earlier: [] };
    state.value = { ...state.value, status: 'loading' };
    try {
      const page = await (await app.client()).transactions(cursor);
      state.value = {
        items: [...before.items, ...page.items],
        earlier: [...before.earlier, ...page.earlier],
        nextCursor: page.nextCursor,
        status: 'ready',
      };
    } catch {
      state.value = { ...state.value, status: 'failed' };
    }
  };
  return {
    state,
    load: () => read(),
    more: () => read(state.value.nextCursor ?? undefined),
  };
};
