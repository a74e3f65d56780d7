import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import {
  RequestFilteringHttpAgent,
  RequestFilteringHttpsAgent,
  type RequestFilteringAgentOptions,
} from 'request-filtering-agent';
import { OutsideRefusedError } from './fetch-outside.ts';

/** What is sent to an address that somebody else has named. */
interface OutsideCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first look-up to the last byte. */
  readonly timeoutMs: number;
  /** What is answered beyond is not read. */
  readonly bytesMax: number;
}

/** What was answered. A redirect is an answer like any other: it is never followed. */
export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Calls an address that somebody else has named. */
export type CallOutside = (call: OutsideCall) => Promise<OutsideAnswer>;

/**
 * Makes the one way in which this server calls what others name (SSRF): over https, to addresses of
 * the public internet alone. The address is looked at after the name was resolved and is the one
 * that is connected to, so a name that resolves anew (DNS rebinding) leads nowhere else.
 *
 * @param options.allow addresses and networks inside that may be called all the same, also without https
 * @param options.lookup what resolves names; the system's where left out
 */
export const createCallOutside = (
  options: { allow?: readonly string[]; lookup?: LookupFunction } = {},
): CallOutside => {
  const { allow = [], lookup } = options;
  const filter: RequestFilteringAgentOptions = { allowIPAddressList: [...allow] };
  const agents = {
    // Without encryption nothing is called but what is allowed by name: what is allowed counts before what is denied.
    plain: new RequestFilteringHttpAgent({ ...filter, denyIPAddressList: ['0.0.0.0/0', '::/0'] }),
    secure: new RequestFilteringHttpsAgent(filter),
  };

  const send = (call: OutsideCall, url: URL): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:';
      const length = Buffer.byteLength(call.body ?? '');
      const headers = { ...call.headers, ...(length > 0 && { 'Content-Length': String(length) }) };
      const signal = AbortSignal.timeout(call.timeoutMs);
      const how: RequestOptions = {
        method: call.method,
        headers,
        signal,
        ...(lookup && { lookup }),
      };
      const sent = isSecure
        ? requestSecure(url, { ...how, agent: agents.secure }, resolve)
        : requestPlain(url, { ...how, agent: agents.plain }, resolve);
      sent.once('error', reject);
      sent.end(call.body);
    });

  return async (call) => {
    const url = new URL(call.url);
    if (url.protocol !== 'https:' && allow.length === 0)
      throw new OutsideRefusedError('only https is called');
    const answer = await send(call, url).catch((error: unknown) => {
      throw isForbidden(error) ? new OutsideRefusedError('not an address outside') : error;
    });
    const { statusCode: status = 0, headers } = answer;
    return { status, headers, body: await readBeginning(answer, call.bytesMax) };
  };
};

// The filter has no code of its own for what it refuses.
function isForbidden(error: unknown): boolean {
  return error instanceof Error && error.message.includes('is not allowed');
}

async function readBeginning(answer: IncomingMessage, bytesMax: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  const pieces: AsyncIterable<Buffer> = answer;
  for await (const part of pieces) {
    parts.push(part);
    length += part.byteLength;
    if (length >= bytesMax) break;
  }
  return Buffer.concat(parts).subarray(0, bytesMax).toString('utf8');
}
