import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Door } from './me-door.ts';

/** What answers, while the server starts and once it runs. */
export interface Answering {
  fetch: Hono['fetch'];
  /** What is answered in front of the application. */
  door?: Door;
}

/** Listens on a port; what answers may change meanwhile. */
export const listen = (
  answering: Answering,
  address: { readonly port: number; readonly hostname?: string },
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const application = getRequestListener((request, env) => answering.fetch(request, env), {
      // What is left of a body is ended by `limit-bodies`, not read to its end.
      autoCleanupIncoming: false,
    });
    const server = createServer((incoming, outgoing) => {
      const otherwise = (): void => void application(incoming, outgoing);
      if (answering.door === undefined) otherwise();
      else answering.door(incoming, outgoing, otherwise);
    });
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
