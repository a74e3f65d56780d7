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

/** What is wrong with the snippet itself, whatever the server makes of it. */
const mistakeIn = ({ shop, tokenUrl }: Snippet): { code: string; remedy: string } | null => {
  if (shop === '')
    return {
      code: 'noShop',
      remedy:
        'The snippet has no key: write it into data-shop, or into the script’s address as ?shop=… where attributes are taken away.',
    };
  if (/^okr_(sk|is)_/.test(shop))
    return {
      code: 'secretKey',
      remedy:
        'data-shop is a secret key, and everybody can read it here: replace that key in the console now, and write the one into the snippet that begins with okr_pk_.',
    };
  if (tokenUrl === '')
    return {
      code: 'noTokenUrl',
      remedy:
        'data-token-url is empty: write the address into it that says who is signed in, or leave it out.',
    };
  return null;
};

/** Where a page is, for its shop's list of origins. A frame without one of its own has none that can be on it. */
const originRemedy = (rest: string): string =>
  self.origin === 'null'
    ? 'This page is in a frame without an origin: let its sandbox have allow-same-origin.'
    : rest;

/** What the person who set the page up can do about a fault; shoppers never see it. */
const remedyOf = ({ code, signedIn, error }: Fault, { shop, tokenUrl }: Snippet): string | null => {
  const source = tokenUrl === null ? 'data-token' : `the endpoint ${tokenUrl}`;
  switch (code) {
    case 'unknownShop':
      return `No shop has the key "${shop}": copy data-shop anew from your settings.`;
    case 'originNotAllowed':
      return originRemedy(
        `This page's origin, ${self.origin}, is not among the shop's origins: add it to them.`,
      );
    case 'invalidToken':
      return `The token from ${source} is not valid: sign it with this shop's identity secret, HS256, with "aud" set to "${shop}".`;
    case 'expiredToken':
      return `The token from ${source} has ended: give a fresh one each time it is asked for.`;
    case 'noToken':
      return tokenRemedyOf(error, tokenUrl);
    case 'notEnrolled':
      return 'This shopper has left the programme.';
    case 'offline':
      return originRemedy(
        signedIn
          ? `The server gave no answer that this page may read: if it is up, add ${self.origin} to the shop's origins, and connect-src to the page's policy.`
          : `The server gave no answer that this page may read: check that it is up, that ${self.origin} is one of the shop's origins, and that the page's policy allows it in connect-src.`,
      );
    default:
      return null;
  }
};

const reported = new Set<string>();

/** Tells the console, once for each thing to do. */
export const reportSetupError = (fault: Fault, snippet: Snippet): void => {
  const { code, remedy } = mistakeIn(snippet) ?? {
    code: fault.code,
    remedy: remedyOf(fault, snippet),
  };
  if (remedy === null || reported.has(remedy)) return;
  reported.add(remedy);
  console.error(`okaeri (${code}): ${remedy}`);
};
