import { OkaeriError } from '@okaeri/client/problem';
import type { Fault } from '@okaeri/client/session';
import type { Snippet } from '../loader/types.ts';

/** Why the shop's endpoint did not say who is here, by what it answered. */
const tokenRemedyOf = (error: unknown, tokenUrl: string | null): string => {
  const answered = error instanceof OkaeriError ? error : undefined;
  const status = answered?.problem?.status ?? 0;
  const endpoint = `The token endpoint ${tokenUrl}`;
  const wanted = 'let it answer { "token": "…" }, or { "token": null } for a guest';
  if (status >= 200 && status < 300)
    return `${endpoint} answered ${status} with something else than JSON with a token, such as a page to sign in: ${wanted}.`;
  if (status > 0) return `${endpoint} answered ${status}: ${wanted}.`;
  const { cause } = answered ?? {};
  return cause instanceof DOMException && cause.name === 'TimeoutError'
    ? `${endpoint} gave no answer in time: ${wanted}, at once.`
    : `${endpoint} gave no answer that this page may read: check data-token-url, and that the page's policy allows it in connect-src.`;
};

/** What the person who set the page up can do about a fault; shoppers never see it. */
const remedyOf = ({ code, signedIn, error }: Fault, { shop, tokenUrl }: Snippet): string | null => {
  const source = tokenUrl === null ? 'data-token' : `the endpoint ${tokenUrl}`;
  switch (code) {
    case 'unknownShop':
      return `No shop has the key "${shop}": copy data-shop anew from your settings.`;
    case 'originNotAllowed':
      return `This page's origin, ${location.origin}, is not among the shop's origins: add it to them.`;
    case 'invalidToken':
      return `The token from ${source} is not valid: sign it with this shop's identity secret, HS256, with "aud" set to "${shop}".`;
    case 'expiredToken':
      return `The token from ${source} has ended: give a fresh one each time it is asked for.`;
    case 'noToken':
      return tokenRemedyOf(error, tokenUrl);
    case 'notEnrolled':
      return 'This shopper has left the programme.';
    case 'offline':
      return signedIn
        ? `The server gave no answer that this page may read: if it is up, add ${location.origin} to the shop's origins, and connect-src to the page's policy.`
        : `The server gave no answer that this page may read: check that it is up, that ${location.origin} is one of the shop's origins, and that the page's policy allows it in connect-src.`;
    default:
      return null;
  }
};

const reported = new Set<string>();

/** Tells the console, once for each thing to do. */
export const reportSetupError = (fault: Fault, snippet: Snippet): void => {
  const remedy = remedyOf(fault, snippet);
  if (remedy === null || reported.has(remedy)) return;
  reported.add(remedy);
  console.error(`okaeri (${fault.code}): ${remedy}`);
};
