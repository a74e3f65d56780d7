import type { TokenFinding } from '@okaeri/shared/setup';

/** What a token says of itself, whoever has signed it. */
export interface ReadToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What is wrong with a token, and what was found in the place of what is needed. */
export interface WrongToken {
  readonly finding: TokenFinding;
  readonly detail: string | null;
}

/** Seconds since 1970 beyond which a number can only be meant as milliseconds: the year 5138. */
const SECONDS_MAX = 100_000_000_000;

/** The token in a text somebody has pasted: alone, in quotes, after `Bearer`, or within the answer of their server. */
export const tokenIn = (text: string): string =>
  /[\w-]+\.[\w-]+\.[\w-]*/.exec(text)?.[0] ?? text.trim();

/** Reads a token without asking who has signed it; undefined where it is none. */
export const readToken = (token: string): ReadToken | undefined => {
  const [header = '', payload = '', signature] = token.split('.');
  if (signature === undefined) return undefined;
  const read = { header: partOf(header), payload: partOf(payload) };
  return read.header === undefined || read.payload === undefined
    ? undefined
    : { header: read.header, payload: read.payload };
};

/**
 * What is wrong with what a token says, the first thing that a developer would have to mend first; undefined where
 * all of it could be right, and only the signature can be wrong.
 */
export const wrongIn = (
  { header, payload }: ReadToken,
  of: { publicKey: string; now: number; skewSeconds: number; lifeMaxSeconds: number },
): WrongToken | undefined => {
  const wrong = (finding: TokenFinding, detail: unknown): WrongToken => ({
    finding,
    detail: detail === null ? null : textOf(detail),
  });
  if (header['alg'] !== 'HS256') return wrong('algorithm', header['alg'] ?? 'none');
  const { aud, sub, iat, exp } = payload;
  for (const name of ['aud', 'sub', 'iat', 'exp'])
    if (payload[name] === undefined || payload[name] === null || payload[name] === '')
      return wrong('missing', name);
  if (![aud].flat().includes(of.publicKey)) return wrong('audience', aud);
  if (typeof sub !== 'string') return wrong('missing', 'sub');
  if (!isTime(iat)) return wrong('missing', 'iat');
  if (!isTime(exp)) return wrong('missing', 'exp');
  if (iat > SECONDS_MAX || exp > SECONDS_MAX)
    return wrong('milliseconds', iat > SECONDS_MAX ? 'iat' : 'exp');
  const seconds = of.now / 1000;
  if (exp + of.skewSeconds <= seconds) return wrong('expired', null);
  if (iat > seconds + of.skewSeconds) return wrong('future', null);
  return exp - iat > of.lifeMaxSeconds ? wrong('tooLong', exp - iat) : undefined;
};

function partOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const SHOWN_MAX = 120;

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.slice(0, SHOWN_MAX);
}
