import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from '../app.ts';
import type { World } from './world.ts';

/** A world behind a socket of this machine, for programs that are no part of the test. */
export const serveWorld = async (
  world: World,
): Promise<{ url: string; server: Server; close: () => Promise<void> }> => {
  const app = createApp(world.deps);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const opened = serve(
      { fetch: app.fetch, port: 0, hostname: '127.0.0.1', autoCleanupIncoming: false },
      () => resolve(opened),
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // It speaks HTTP/1.1 unless told otherwise.
    server: server as Server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
