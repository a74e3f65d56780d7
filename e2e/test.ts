import { test as base } from '@playwright/test';
import { ORIGIN, serveFile, stopServer } from './server.ts';

export { expect } from '@playwright/test';

/** A journey, against the server of its file. */
export const test = base.extend<{ server: void }, { workerEnd: void }>({
  workerEnd: [
    // Playwright finds what a fixture needs by the names in braces: these need nothing.
    async ({}, use) => {
      await use();
      await stopServer();
    },
    { scope: 'worker', auto: true },
  ],
  server: [
    async ({}, use, { file }) => {
      await serveFile(file);
      await use();
    },
    { auto: true, timeout: 90_000 },
  ],
  baseURL: async ({}, use) => use(ORIGIN),
  page: async ({ page }, use) => {
    await use(page);
    // A request that is still on its way when a journey ends is nobody's any more, and no failure.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
  // Named, so that what runs before all journeys of a file has its server too.
  request: async ({ playwright, server: _server }, use) => {
    // A connection that is kept may be closed by the server just when it is used again; on a busy machine it was.
    const extraHTTPHeaders = { Connection: 'close' };
    const request = await playwright.request.newContext({ baseURL: ORIGIN, extraHTTPHeaders });
    await use(request);
    await request.dispose();
  },
});
