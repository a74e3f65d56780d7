import { createClient, type Client } from '@okaeri/client/client';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { createEmitter } from '../lib/emitter.ts';
import type { Snippet } from '../loader/types.ts';
import { recall, remember } from './last-known.ts';

/** What is known of the programme and the shopper. */
export interface SessionState {
  readonly program: PublicProgram | null;
  /** Null for a guest, and while nothing is known yet. */
  readonly me: Me | null;
  readonly signedIn: boolean;
  /** The last refresh did not work; what is shown may be old. */
  readonly failed: boolean;
}

/** One page's session: the state, and the only ways to change it. */
export interface Session {
  readonly client: Client;
  readonly state: SessionState;
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Asks the server anew. */
  refresh(): Promise<void>;
  /** Another shopper, or none. */
  identify(token: string | null): Promise<void>;
  /** A new balance came with the answer to an act. */
  setMe(me: Me): void;
}

/** Who the token speaks of; only to find what was last known, never to trust it. */
const subjectOf = (token: string): string | null => {
  try {
    const payload = token.split('.')[1] ?? '';
    const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    return String((JSON.parse(json) as { sub: unknown }).sub);
  } catch {
    return null;
  }
};

/** Tokens come from the snippet, from the shop's own endpoint, or from `identify`. */
const createTokens = (snippet: Snippet) => {
  let current = snippet.token;
  let signedOut = false;
  // A token that was asked for before the shop said who is here must not undo what it said.
  let turn = 0;
  const fetchToken = async (url: string): Promise<string | null> => {
    const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) return null;
    return ((await answer.json()) as { token: string | null }).token;
  };
  return {
    async get(fresh: boolean): Promise<string | null> {
      if (signedOut) return null;
      if (snippet.tokenUrl !== null && (fresh || current === null)) {
        const mine = ++turn;
        const token = await fetchToken(snippet.tokenUrl);
        if (mine === turn) current = token;
      }
      return current;
    },
    set(token: string | null): void {
      turn += 1;
      current = token;
      signedOut = token === null;
    },
  };
};

export const createSession = (snippet: Snippet): Session => {
  const tokens = createTokens(snippet);
  const changes = createEmitter<SessionState>();
  const client = createClient({
    baseUrl: snippet.baseUrl,
    publicKey: snippet.shop,
    getToken: (fresh) => tokens.get(fresh),
  });
  let state: SessionState = { program: null, me: null, signedIn: false, failed: false };
  // An answer that comes after a later question is dropped.
  let question = 0;

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    changes.emit(state);
  };

  const refresh = async (): Promise<void> => {
    const mine = ++question;
    try {
      const token = await tokens.get(false);
      const subject = token === null ? null : subjectOf(token);
      const known = recall(snippet.shop, subject);
      if (known && state.program === null) set({ ...known, signedIn: token !== null });
      const [program, me] = await Promise.allSettled([
        client.program(),
        token === null ? null : client.me(),
      ]);
      if (mine !== question) return;
      // A token that does not work hides the balance, not the programme.
      set({
        program: program.status === 'fulfilled' ? program.value : state.program,
        me: me.status === 'fulfilled' ? me.value : state.me,
        signedIn: token !== null,
        failed: program.status === 'rejected' || me.status === 'rejected',
      });
      if (state.program && !state.failed)
        remember(snippet.shop, subject, { program: state.program, me: state.me });
    } catch {
      if (mine === question) set({ failed: true });
    }
  };

  return {
    client,
    get state() {
      return state;
    },
    subscribe: (listener) => changes.on(listener),
    refresh,
    identify(token) {
      tokens.set(token);
      set({ me: null, signedIn: token !== null });
      return refresh();
    },
    setMe: (me) => set({ me }),
  };
};
