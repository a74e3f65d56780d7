import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { createReader, type Reader } from './reader.ts';
import { createTransport, type ClientOptions, type Transport } from './transport.ts';
import { createEmitter } from './emitter.ts';
import { recall, remember } from './last-known.ts';
import { OkaeriError } from './problem.ts';
import { createTokens, subjectOf, type TokenSource } from './tokens.ts';

/** Why the last refresh did not work: no answer came, the server has too much to do, or it refused. */
export type Failure = 'offline' | 'busy' | 'refused';

/** What is known of the programme and the shopper. */
export interface SessionState {
  readonly program: PublicProgram | null;
  /** Null for a guest, and while nothing is known yet. */
  readonly me: Me | null;
  readonly signedIn: boolean;
  /** Why the last refresh did not work, when it did not; what is shown may be old. */
  readonly failed: Failure | null;
}

/** One page's session: the state, and the only ways to change it. */
export interface Session {
  /** For a client with acts: `createClient(session.transport, …)`. */
  readonly transport: Transport;
  readonly reader: Reader;
  readonly state: SessionState;
  /** Calls the listener with every new state. The answer stops it. */
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Hears what went wrong with a refresh, for whoever set the page up. */
  onFault(listener: (fault: { code: OkaeriError['code']; signedIn: boolean }) => void): () => void;
  /** Asks the server anew. */
  refresh(): Promise<void>;
  /** Another shopper, or none. */
  identify(token: string | null): Promise<void>;
  /** A new balance came with the answer to an act. */
  setMe(me: Me): void;
}

/** What a session needs to know. */
export type SessionOptions = Pick<ClientOptions, 'baseUrl' | 'publicKey'> & TokenSource;

const codeOf = (error: unknown): OkaeriError['code'] =>
  error instanceof OkaeriError ? error.code : 'offline';

const failureOf = (code: OkaeriError['code']): Failure => {
  if (code === 'offline') return 'offline';
  // `busy`, `tooManyRequests`, `tookTooLong` and `storeUnavailable`: they go by.
  return /^(busy|too|store)/.test(code) ? 'busy' : 'refused';
};

const reasonOf = (result: PromiseSettledResult<unknown>): OkaeriError['code'] | null =>
  result.status === 'rejected' ? codeOf(result.reason) : null;

/**
 * Keeps what is known of one shop and one shopper, without any UI. What was last
 * known is there at once; then the server is asked.
 *
 * @example
 * const session = createSession({ baseUrl, publicKey, token: null, tokenUrl: '/token' });
 * session.subscribe(({ me }) => console.log(me?.balance.available));
 * await session.refresh();
 */
export const createSession = (options: SessionOptions): Session => {
  const tokens = createTokens(options);
  const changes = createEmitter<SessionState>();
  const faults = createEmitter<{ code: OkaeriError['code']; signedIn: boolean }>();
  const transport = createTransport({ ...options, getToken: (fresh) => tokens.get(fresh) });
  const reader = createReader(transport);
  let state: SessionState = { program: null, me: null, signedIn: false, failed: null };
  // An answer that comes after a later question is dropped.
  let question = 0;

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    changes.emit(state);
  };

  const ask = async (mine: number): Promise<void> => {
    const token = await tokens.get(false);
    const subject = token === null ? null : subjectOf(token);
    const signedIn = token !== null;
    const known = recall(options.publicKey, subject);
    if (known && state.program === null) set({ ...known, signedIn });
    const [program, me] = await Promise.allSettled([
      reader.program(),
      signedIn ? reader.me() : null,
    ]);
    if (mine !== question) return;
    const code = reasonOf(program) ?? reasonOf(me);
    // A token that does not work hides the balance, not the programme.
    set({
      program: program.status === 'fulfilled' ? program.value : state.program,
      me: me.status === 'fulfilled' ? me.value : state.me,
      signedIn,
      failed: code && failureOf(code),
    });
    if (code !== null) faults.emit({ code, signedIn });
    if (state.program && code === null)
      remember(options.publicKey, subject, { program: state.program, me: state.me });
  };

  const refresh = async (): Promise<void> => {
    const mine = ++question;
    try {
      await ask(mine);
    } catch {
      // The shop's own token endpoint could not be reached.
      if (mine === question) set({ failed: 'offline' });
    }
  };

  return {
    transport,
    reader,
    get state() {
      return state;
    },
    subscribe: (listener) => changes.on(listener),
    onFault: (listener) => faults.on(listener),
    refresh,
    identify(token) {
      tokens.set(token);
      set({ me: null, signedIn: token !== null });
      return refresh();
    },
    setMe: (me) => set({ me }),
  };
};
