import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forVisitors } from '../access/for-visitors.ts';
import { createApp } from '../app.ts';
import { listen } from '../main/listen.ts';
import { createMeDoor } from '../main/me-door.ts';
import type { World } from './world.ts';

/** A world behind a socket of this machine, for programs that are no part of the test. */
export const serveWorld = async (
  world: World,
): Promise<{ url: string; server: Server; close: () => Promise<void> }> => {
  const { fetch } = createApp(world.deps);
  const door = createMeDoor(forVisitors(world.deps));
  const server = await listen({ fetch, door }, { port: 0, hostname: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
