import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived at a receiver. */
export interface Arrival {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A server of somebody who wants to be told. */
export interface Receiver {
  readonly port: number;
  readonly arrivals: Arrival[];
  /** How what comes next is answered, one each; then with 204. `silent`: not at all. */
  readonly replies: (Reply | 'silent')[];
  close(): Promise<void>;
}

/** Opens a receiver on this machine. */
export const openReceiver = async (): Promise<Receiver> => {
  const arrivals: Arrival[] = [];
  const replies: Receiver['replies'] = [];
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      arrivals.push({ path: request.url ?? '', headers: request.headers, body });
      const reply = replies.shift() ?? { status: 204 };
      if (reply !== 'silent') answer.writeHead(reply.status, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    replies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
