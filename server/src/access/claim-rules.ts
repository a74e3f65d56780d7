import { readEmail } from '@okaeri/shared/emails';
import { LIMITS } from '@okaeri/shared/limits';
import { id, locale as localeSchema } from '@okaeri/shared/values';
import { cleanLine, cutWords } from '@okaeri/shared/words';
import { z } from 'zod';

const seconds = z.int().min(0);
const REQUIRED = { sub: id, iat: seconds, exp: seconds } as const;

/** What a token says that can be used. */
interface UsableClaims {
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly locale: string | null;
  readonly viewOnly: boolean;
  /** Optional claims that were sent and cannot be used, by name. */
  readonly ignored: readonly string[];
}

/** The claims of a token whose signature holds, or the one without which it says nothing. */
export type ReadClaims = { readonly ok: UsableClaims } | { readonly wrong: string };

/**
 * Reads the claims of a token. Claims to show or to help with are left out where they cannot be used:
 * a blank name is no reason to shut somebody out. What protects something fails safe: an address is
 * verified only if exactly that is said, and a view that is not clearly one or none is refused.
 */
export const readClaims = (payload: Readonly<Record<string, unknown>>): ReadClaims => {
  const sub = REQUIRED.sub.safeParse(payload['sub']);
  const iat = REQUIRED.iat.safeParse(payload['iat']);
  const exp = REQUIRED.exp.safeParse(payload['exp']);
  if (!sub.success) return { wrong: 'sub' };
  if (!iat.success) return { wrong: 'iat' };
  if (!exp.success) return { wrong: 'exp' };
  const viewOnly = payload['view_only'] ?? false;
  if (typeof viewOnly !== 'boolean') return { wrong: 'view_only' };
  const ignored: string[] = [];
  const optional = <T>(name: string, read: (value: unknown) => T | null): T | null => {
    const value = payload[name] ?? null;
    const usable = value === null ? null : read(value);
    if (value !== null && usable === null) ignored.push(name);
    return usable;
  };
  const email = optional('email', emailOf);
  const verified = optional('email_verified', (value) =>
    typeof value === 'boolean' ? value : null,
  );
  return {
    ok: {
      sub: sub.data,
      iat: iat.data,
      exp: exp.data,
      email,
      emailVerified: email !== null && verified === true,
      name: optional('name', nameOf),
      locale: optional('locale', localeOf),
      viewOnly,
      ignored,
    },
  };
};

function emailOf(value: unknown): string | null {
  return typeof value === 'string' ? readEmail(value) : null;
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string'
    ? cutWords(cleanLine(value), LIMITS.textLengthMax) || null
    : null;
}

/** A language tag; `en_US` and `en_US.UTF-8`, as many systems write them, are understood. */
function localeOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    const tag = value
      .trim()
      .replace(/[.@].*$/s, '')
      .replaceAll('_', '-');
    return localeSchema.safeParse(Intl.getCanonicalLocales(tag)[0]).data ?? null;
  } catch {
    // No language tag: the page's own language is shown.
    return null;
  }
}
