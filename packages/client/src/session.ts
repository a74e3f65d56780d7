import type { Me, MeAndProgram, PublicProgram } from '@okaeri/shared/storefront';
import { createReader, type Reader } from './reader.ts';
import { createTransport, type ClientOptions, type Transport } from './transport.ts';
import { createEmitter } from './emitter.ts';
import { removeItems } from './device.ts';
import { OWED, loadLastKnown, saveLastKnown } from './last-known.ts';
import { OkaeriError } from './problem.ts';
import { createTokens, subjectOf, type TokenSource } from './tokens.ts';

/** Why the last refresh did not work: no answer came, the server has too much to do, or it refused. */
export type Failure = 'offline' | 'busy' | 'refused';

/** What went wrong with a refresh. */
export interface Fault {
  readonly code: OkaeriError['code'];
  readonly signedIn: boolean;
  readonly error: unknown;
}

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
  /** Hears what went wrong with a refresh, for the person who set the page up. */
  onFault(listener: (fault: Fault) => void): () => void;
  /** Asks the server anew. */
  refresh(): Promise<void>;
  /** Another shopper, or none. */
  identify(token: string | null): Promise<void>;
  /** Takes away what is kept on the device, but for what is still owed; nothing is kept from then on. */
  end(): void;
  /** A new balance came with the answer to an act. */
  setMe(me: Me): void;
}

/** What a session needs to know. */
export type SessionOptions = Pick<ClientOptions, 'baseUrl' | 'publicKey'> & TokenSource;

/** So long may the shop take to say who is here before the programme is asked for by itself. */
const HASTE_MS = 250;
/** So long is nothing shown while the shop has not said who is here. */
const PATIENCE_MS = 2000;

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
  const faults = createEmitter<Fault>();
  const transport = createTransport({ ...options, getToken: (fresh) => tokens.get(fresh) });
  const reader = createReader(transport);
  let state: SessionState = { program: null, me: null, signedIn: false, failed: null };
  // An answer that comes after a later question is dropped.
  let question = 0;

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    changes.emit(state);
  };

  const refresh = async (): Promise<void> => {
    const mine = ++question;
    let token: string | null | undefined; // undefined until the shop has said who is here
    const paint = (): void => {
      const known = loadLastKnown(options.publicKey, token && subjectOf(token));
      if (known && mine === question && !state.program) set({ ...known, signedIn: !!known.me });
    };
    let asked: Promise<PublicProgram> | undefined;
    const askProgram = (): Promise<PublicProgram> => (asked ??= reader.program());
    const askMe = async (): Promise<MeAndProgram | null> => {
      token = await hasten(tokens.get(false), () => void askProgram().catch(asError));
      paint();
      return token === null ? null : reader.me(asked ? undefined : (state.program?.tag ?? ''));
    };
    // What is public is kept from nobody by a shop that takes its time.
    const goWithout = async (): Promise<void> => {
      paint();
      const program = await askProgram().catch(() => state.program);
      if (mine === question && token === undefined) set({ program, failed: 'refused' });
    };
    const askBoth = async () => {
      const answer = await askMe().catch(asError);
      const both = !asked && answer && split(answer, state.program);
      return both || ([await askProgram().catch(asError), answer] as const);
    };
    const [program, me] = await whenLate(askBoth(), goWithout);
    if (token === undefined) paint();
    if (mine !== question) return;
    const fault = faultOf([program, me]);
    // A token that does not work hides the balance, not the programme.
    set({
      program: program instanceof Error ? state.program : program,
      me: me instanceof Error ? state.me : me,
      signedIn: token === undefined ? state.signedIn : token !== null,
      failed: fault && failureOf(fault.code),
    });
    if (fault) faults.emit({ ...fault, signedIn: state.signedIn });
    else saveLastKnown(options.publicKey, (token && subjectOf(token)) ?? null, state);
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
    end() {
      question = -1;
      removeItems(options.publicKey, OWED);
    },
    setMe: (me) => set({ me }),
  };
};

/** The programme that comes with what a member has, or is known, apart from it; nothing where there is none. */
function split(
  answer: MeAndProgram | Error,
  known: PublicProgram | null,
): readonly [PublicProgram, Me] | null {
  if (answer instanceof Error) return null;
  const { program = known, ...me } = answer;
  return program && [program, me];
}

/** Does something meanwhile where the work takes more than a moment. */
function hasten<Value>(work: Promise<Value>, act: () => void): Promise<Value> {
  const early = setTimeout(act, HASTE_MS);
  return work.finally(() => clearTimeout(early));
}

/** Does something meanwhile where the work takes its time; the work itself must not fail. */
async function whenLate<Value>(work: Promise<Value>, act: () => Promise<void>): Promise<Value> {
  const timer = setTimeout(() => void act(), PATIENCE_MS);
  const value = await work;
  clearTimeout(timer);
  return value;
}

/** What went wrong, in the place of an answer: promises of other libraries cannot wait for all by themselves. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('', { cause: error });
}

/** Why one of the answers did not come; null where all did. */
function faultOf(answers: unknown[]): Omit<Fault, 'signedIn'> | null {
  const error = answers.find((answer) => answer instanceof Error);
  return error ? { error, code: error instanceof OkaeriError ? error.code : 'offline' } : null;
}

function failureOf(code: OkaeriError['code']): Failure {
  if (code === 'offline') return 'offline';
  // `busy`, `tooManyRequests`, `tookTooLong` and `storeUnavailable`: they go by.
  return /^(busy|too|store)/.test(code) ? 'busy' : 'refused';
}
