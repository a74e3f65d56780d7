import { once } from 'node:events';
import { test as base } from '@playwright/test';
import { ORIGIN, startServer } from './server.ts';

export { expect } from '@playwright/test';

/** A journey, against the server of its worker. */
export const test = base.extend<object, { server: void }>({
  server: [
    // Playwright finds what a fixture needs by the names in braces: these need nothing.
    async ({}, use) => {
      const server = await startServer();
      await use();
      server.kill();
      await once(server, 'exit');
    },
    { scope: 'worker', auto: true, timeout: 90_000 },
  ],
  baseURL: async ({}, use) => use(ORIGIN),
  request: async ({ playwright }, use) => {
    // A connection that is kept may be closed by the server just when it is used again; on a busy machine it was.
    const extraHTTPHeaders = { Connection: 'close' };
    const request = await playwright.request.newContext({ baseURL: ORIGIN, extraHTTPHeaders });
    await use(request);
    await request.dispose();
  },
});
