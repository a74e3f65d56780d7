import { signal } from '@preact/signals';
import { SEARCH_FROM } from '@okaeri/shared/list-words';
import type { SearchAnswer } from '@okaeri/shared/search';
import { api } from '../app/session.ts';
import { ApiError, request } from '../lib/request.ts';
import { readTyped } from './typed-rules.ts';
import type { SearchResult } from './search-results.ts';

/** How long somebody who types is waited for. */
const TYPING_MS = 120;

/** A search: what was typed, and what the server has found for it. It is asked only from the second letter on. */
export const createSearch = () => {
  const text = signal('');
  const found = signal<SearchAnswer | null>(null);
  const isAsking = signal(false);
  /** What can be done about the one thing that was chosen; null while things are looked for. */
  const acts = signal<readonly SearchResult[] | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  const ask = async (): Promise<void> => {
    const { kind, words } = readTyped(text.peek());
    last += 1;
    const mine = last;
    try {
      const query = { q: words, ...(kind === 'orders' || kind === 'shoppers' ? { kind } : {}) };
      const answer = await request(api().search.$get({ query }));
      if (mine === last) found.value = answer;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Pages and acts are found without the server.
      if (mine === last) found.value = null;
    } finally {
      if (mine === last) isAsking.value = false;
    }
  };

  return {
    text,
    found,
    isAsking,
    acts,
    setText(next: string): void {
      text.value = next;
      acts.value = null;
      clearTimeout(timer);
      const { kind, words } = readTyped(next);
      if (kind === 'pages' || words.length < SEARCH_FROM) {
        last += 1;
        found.value = null;
        isAsking.value = false;
        return;
      }
      isAsking.value = true;
      timer = setTimeout(() => void ask(), TYPING_MS);
    },
    setActs(of: readonly SearchResult[]): void {
      acts.value = of;
    },
    end(): void {
      clearTimeout(timer);
      last += 1;
    },
  };
};

/** A search as `createSearch` makes it. */
export type Search = ReturnType<typeof createSearch>;
