/** Where shopper tokens come from. */
export interface TokenSource {
  /** A token put into the page by the shop. */
  readonly token: string | null;
  /** The shop's own endpoint, which answers `{ "token": "…" }`, or null in it for a guest. */
  readonly tokenUrl: string | null;
}

/** Gives tokens, and lets the shop say who is here. */
export interface Tokens {
  /** The token of whoever is signed in, or null. `fresh` asks for one that was not used before. */
  get(fresh: boolean): Promise<string | null>;
  /** Another shopper, or none. */
  set(token: string | null): void;
}

/** A token that ends sooner than this is replaced before it is used. */
const RENEW_BEFORE_MS = 60_000;

interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
}

/** What a token says; only to know when to ask for another and whose it is, never to trust it. */
const claimsOf = (token: string): Claims => {
  try {
    const payload = token.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Claims;
  } catch {
    return {};
  }
};

/** Who a token speaks of. */
export const subjectOf = (token: string): string | null => {
  const { sub } = claimsOf(token);
  return typeof sub === 'string' ? sub : null;
};

const endsSoon = (token: string): boolean => {
  const { exp } = claimsOf(token);
  return typeof exp === 'number' && exp * 1000 - Date.now() < RENEW_BEFORE_MS;
};

/** Tokens come from the page, from the shop's own endpoint, or from whoever calls `set`. */
export const createTokens = ({ token, tokenUrl }: TokenSource): Tokens => {
  let current = token;
  let signedOut = false;
  // A token that was asked for before the shop said who is here must not undo what it said.
  let turn = 0;

  const fetchToken = async (url: string): Promise<string | null> => {
    const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok) return null;
    return ((await answer.json()) as { token: string | null }).token;
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
