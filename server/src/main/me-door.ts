import type { IncomingMessage, ServerResponse } from 'node:http';
import { BEARER, storefrontHeaders } from '../access/storefront.ts';
import type { ShopRow } from '../access/tables.ts';
import { validToken } from '../access/verify-token.ts';
import { recordSighting } from '../access/widget-sightings.ts';
import type { Deps, ShopperClaims } from '../deps.ts';
import { publicTag } from '../backoffice/program-editor/read-program.ts';
import { readMe } from '../loyalty/me/read-me.ts';
import { writeMe } from '../loyalty/me/write-me.ts';
import { isAmong } from '../platform/http/if-none-match.ts';
import { noteWhenSent } from '../platform/http/measure-requests.ts';
import { ALWAYS, JSON_TYPE, PERSONAL, type HeaderRecord } from '../platform/http/reply.ts';
import { sendTogether } from '../platform/http/send-together.ts';
import { countedAddress } from '../platform/http/request-address.ts';

/*
 * `GET /me` is what every page of every shop asks for each visitor: nine of ten requests. Through the framework half
 * of its time is that of the framework (decision 051), so the usual case is answered here: a shop, a page and a token
 * that were looked at before, nothing refused, nothing to be written. Whatever else comes, and whatever is not found
 * to be so, is answered by the application as if this door did not exist; `me-door.test.ts` holds that both
 * answer the same.
 */

/** Answers a request, or hands it on to `otherwise`. */
export type Door = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  otherwise: () => void,
) => void;

/** The door in front of the application, for the usual `GET /me`. */
export const createMeDoor = (deps: Deps): Door => {
  const ownOrigin = new URL(deps.publicUrl).origin;
  return (incoming, outgoing, otherwise) => {
    const asked = usualRequest(deps, ownOrigin, incoming);
    if (asked === undefined) return otherwise();
    const rates = countRequest(deps, asked, incoming);
    if (rates === undefined) return otherwise();
    const began = performance.now();
    noteWhenSent(outgoing, (status) => {
      const labels = { route: ROUTE, method: 'GET', status: String(status) };
      deps.metrics.request(labels, (performance.now() - began) / 1000);
    });
    void answer(deps, { ...asked, rates, ifNoneMatch: incoming.headers['if-none-match'] }, outgoing)
      // What could not be read is tried again where every failure has its answer.
      .then((isAnswered) => isAnswered || otherwise(), otherwise);
  };
};

/** Answers, and says whether it did: a refusal is for the application to put into words. */
async function answer(
  deps: Deps,
  asked: Usual & { rates: HeaderRecord; ifNoneMatch: string | undefined },
  outgoing: ServerResponse,
): Promise<boolean> {
  const me = await readMe(deps, asked.shop, asked.claims);
  if ('refused' in me) return false;
  const { text, etag } = writeMe(me.ok);
  const headers = {
    ...ALWAYS,
    ...storefrontHeaders(asked.origin),
    ...asked.rates,
    ...JSON_TYPE,
    ...PERSONAL,
    ETag: etag,
  };
  const isKnown = isAmong(asked.ifNoneMatch, etag);
  sendTogether(outgoing, () => send(outgoing, { text, headers, isKnown }));
  return true;
}

const PATH = /^\/storefront\/v1\/(\w+)\/me(?:\?program=([\w-]+))?$/;
/** What the application calls the same route where requests are counted. */
const ROUTE = '/storefront/v1/:publicKey/me';

interface Usual {
  readonly shop: ShopRow;
  readonly origin: string | undefined;
  readonly claims: ShopperClaims;
}

/** The request, where all that is known of it says that it may be answered; nothing is counted yet. */
function usualRequest(
  deps: Deps,
  ownOrigin: string,
  { method, url = '', headers }: IncomingMessage,
): Usual | undefined {
  if (method !== 'GET') return undefined;
  const [, publicKey, knownProgram] = PATH.exec(url) ?? [];
  if (publicKey === undefined || hasBody(headers)) return undefined;
  const shop = deps.caches.shops.get(publicKey);
  if (shop === undefined || shop.closedAt !== null) return undefined;
  // A page that knows another programme is told of this one by the application.
  if (knownProgram !== undefined && knownProgram !== publicTag(shop)) return undefined;
  const { origin, authorization = '' } = headers;
  if (origin !== undefined && origin !== ownOrigin && !shop.origins.includes(origin))
    return undefined;
  if (!authorization.startsWith(BEARER)) return undefined;
  const claims = validToken(deps, shop, authorization.slice(BEARER.length));
  // What of a token cannot be used is said in the answer, which few have.
  if (claims === undefined || claims.ignored.length > 0) return undefined;
  return { shop, origin, claims };
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Counts it as the application does; nothing where it is too much, which the application says in words. */
function countRequest(
  deps: Deps,
  { shop, origin, claims }: Usual,
  { socket, headers }: IncomingMessage,
): HeaderRecord | undefined {
  if (origin !== undefined) recordSighting(deps, shop, origin);
  const forwardedFor = headers['x-forwarded-for'];
  return deps.rates.byShopper({
    address: countedAddress(
      deps,
      socket.remoteAddress ?? '',
      typeof forwardedFor === 'string' ? forwardedFor : undefined,
    ),
    shop: shop.id,
    shopper: `${shop.id} ${claims.externalId}`,
  });
}

function send(
  outgoing: ServerResponse,
  { text, headers, isKnown }: { text: string; headers: HeaderRecord; isKnown: boolean },
): void {
  if (isKnown) {
    outgoing.writeHead(304, headers);
    outgoing.end();
    return;
  }
  outgoing.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(text) });
  outgoing.end(text);
}
