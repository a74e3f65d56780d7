import { get as getPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { get } from 'node:https';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
  type RequestFilteringAgentOptions,
} from 'request-filtering-agent';

/** Fetches a file from an address that somebody else has named. */
export type FetchOutside = (
  url: string,
  limits: {
    bytesMax: number;
    /** Is given the headers of what is fetched, before its bytes. */
    onHeaders?: (headers: IncomingHttpHeaders) => void;
  },
) => Promise<Uint8Array>;

/** It will never be fetched: it is not outside, not there, or too large. */
export class OutsideRefusedError extends Error {
  override readonly name = 'OutsideRefusedError';
}

const TIMEOUT_MS = 20_000;
const REDIRECTS_MAX = 3;

/**
 * Makes the one way in which this server fetches what others name (SSRF): only addresses
 * of the public internet, looked at again after the name was resolved, over https, without
 * following to another host, with an end in bytes and in time.
 *
 * @param options.allow addresses of this machine or network that are outside all the same
 */
export const createFetchOutside = (options: { allow?: readonly string[] } = {}): FetchOutside => {
  const { allow = [] } = options;
  const filter: RequestFilteringAgentOptions = {
    allowIPAddressList: [...allow],
  };
  const agents = {
    plain: new RequestFilteringHttpAgent(filter),
    secure: new RequestFilteringHttpsAgent(filter),
  };
  const check = (url: URL): void => {
    if (url.protocol !== 'https:' && !allow.includes(url.hostname))
      throw new OutsideRefusedError('only https is fetched');
  };
  return async (text, { bytesMax, onHeaders }) => {
    let url = new URL(text);
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      check(url);
      const answer = await requestOf(url, agents).catch((error: unknown) => {
        throw isForbidden(error) ? new OutsideRefusedError('not an address outside') : error;
      });
      const { statusCode = 0, headers } = answer;
      if (statusCode === 200) {
        onHeaders?.(headers);
        return await readUpTo(answer, bytesMax);
      }
      answer.destroy();
      if (statusCode >= 500 || statusCode === 429) throw new Error(`answered ${statusCode}`);
      if (headers.location === undefined) throw new OutsideRefusedError(`answered ${statusCode}`);
      const next = new URL(headers.location, url);
      if (next.host !== url.host) throw new OutsideRefusedError('leads to another host');
      url = next;
    }
    throw new OutsideRefusedError('leads on and on');
  };
};

function requestOf(
  url: URL,
  agents: { plain: RequestFilteringHttpAgent; secure: RequestFilteringHttpsAgent },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { signal: AbortSignal.timeout(TIMEOUT_MS), timeout: TIMEOUT_MS };
    const request =
      url.protocol === 'https:'
        ? get(url, { ...options, agent: agents.secure }, resolve)
        : getPlain(url, { ...options, agent: agents.plain }, resolve);
    request.once('error', reject);
  });
}

// The filter has no code of its own for what it refuses.
function isForbidden(error: unknown): boolean {
  return error instanceof Error && error.message.includes('is not allowed');
}

async function readUpTo(answer: IncomingMessage, bytesMax: number): Promise<Uint8Array> {
  const refuse = (): OutsideRefusedError => new OutsideRefusedError(`over ${bytesMax} bytes`);
  if (Number(answer.headers['content-length'] ?? 0) > bytesMax) throw refuse();
  const parts: Buffer[] = [];
  let length = 0;
  const pieces: AsyncIterable<Buffer> = answer;
  for await (const part of pieces) {
    length += part.byteLength;
    if (length > bytesMax) throw refuse();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
