import { OkaeriError } from './problem.ts';

/** Where shopper tokens come from. */
export interface TokenSource {
  /** A token put into the page by the shop. */
  readonly token: string | null;
  /** The shop's own endpoint, which answers `{ "token": "…" }`; for a guest null in it, 204 or 401. */
  readonly tokenUrl: string | null;
}

/** Gives tokens, and lets the shop say who is here. */
export interface Tokens {
  /**
   * The token of the person who is signed in, or null. `fresh` asks for one that was not used before.
   *
   * @throws OkaeriError `noToken` when the shop does not say who is here, with the status of what
   *   it answered, 0 where no answer came
   */
  get(fresh: boolean): Promise<string | null>;
  /** Another shopper, or none. */
  set(token: string | null): void;
}

/** A token that ends sooner than this is replaced before it is used. */
const RENEW_BEFORE_MS = 60_000;
/** How long the shop may take to say who is here. */
const TIMEOUT_MS = 10_000;

interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
}

/** Who a token speaks of. */
export const subjectOf = (token: string): string | null => {
  const { sub } = claimsOf(token);
  return typeof sub === 'string' ? sub : null;
};

/** Tokens come from the page, from the shop's own endpoint, or from the caller of `set`. */
export const createTokens = ({ token, tokenUrl }: TokenSource): Tokens => {
  let current = token;
  let signedOut = false;
  // A token that was asked for before the shop said who is here must not undo what it said.
  let turn = 0;

  const fetchToken = async (url: string): Promise<string | null> => {
    let status = 0;
    let cause: unknown;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store', signal });
      status = answer.status;
      const text = await answer.text();
      // Shops say in several ways that nobody is signed in.
      if (status === 401 || (answer.ok && text === '')) return null;
      const { token }: { token?: unknown } = JSON.parse(text);
      if (answer.ok && (token === null || typeof token === 'string')) return token;
    } catch (error) {
      cause = error;
    }
    throw new OkaeriError('noToken', { status }, cause);
  };

  return {
    async get(fresh) {
      if (signedOut) return null;
      const wanted = fresh || current === null || endsSoon(current);
      if (tokenUrl !== null && wanted) {
        const mine = ++turn;
        const next = await fetchToken(tokenUrl);
        if (mine === turn) current = next;
      }
      return current;
    },
    set(next) {
      turn += 1;
      current = next;
      signedOut = next === null;
    },
  };
};

/** What a token says; only to know when to ask for another and whose it is, never to trust it. */
function claimsOf(token: string): Claims {
  try {
    const payload = token.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
}

function endsSoon(token: string): boolean {
  const { exp } = claimsOf(token);
  // A token that says nothing of its end is not a number, and ends at no time.
  return Number(exp) * 1000 - Date.now() < RENEW_BEFORE_MS;
}
