import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, openLocalServer, type LocalServer } from './local-server.ts';

/** What arrived at a receiver. */
export interface Arrival {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers. */
interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A server of somebody who wants to be told. */
export interface Receiver extends LocalServer {
  readonly arrivals: Arrival[];
  /** How what comes next is answered, one each; then with 204. `silent`: not at all. */
  readonly replies: (Reply | 'silent')[];
}

/** Opens a receiver on this machine. */
export const openReceiver = async (): Promise<Receiver> => {
  const arrivals: Arrival[] = [];
  const replies: Receiver['replies'] = [];
  const receive = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    arrivals.push({ path: request.url ?? '', headers: request.headers, body });
    const reply = replies.shift() ?? { status: 204 };
    if (reply !== 'silent') answer.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const server = await openLocalServer((request, answer) => void receive(request, answer));
  return { arrivals, replies, ...server };
};
