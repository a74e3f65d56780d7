import { createServer } from 'node:http';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { freePorts } from './free-ports.ts';
import type { Scene } from './merchant-tasks.ts';
import { createWorld, type TaskKeys, type World } from './tasks-shop.ts';

const GIVES_UP_MS = 15_000;

/** The merchant's page of the console, and what else they have: keys, and a page of their own shop. */
export interface Merchant {
  readonly page: Page;
  readonly scene: Scene;
  /** Goes to the console's home, where each task begins. */
  readonly goHome: () => Promise<void>;
  readonly world: () => Promise<World>;
  readonly close: () => void;
}

/** Opens the console for whoever is signed in. */
export const openMerchant = async (context: BrowserContext, origin: string): Promise<Merchant> => {
  const [port = 0] = await freePorts(1);
  let html = '';
  const pages = createServer((request, response) => {
    response.statusCode = request.url === '/' ? 200 : 404;
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  }).listen(port);
  const page = await context.newPage();
  page.setDefaultTimeout(GIVES_UP_MS);
  let secrets = { secretKey: '', identitySecret: '' };
  const keysOf = async (): Promise<TaskKeys> => {
    const headers = { Authorization: `Bearer ${secrets.secretKey}` };
    const answer = await context.request.get('/v1/shop', { headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    const { id, publicKey } = (await answer.json()) as { id: string; publicKey: string };
    return { ...secrets, shopId: id, publicKey };
  };
  return {
    page,
    scene: {
      keep: (given) => void (secrets = given),
      async paste(snippet) {
        html = `<!doctype html><html lang="en"><title>Alder</title>${snippet}<h1>Alder</h1></html>`;
        const shopPage = await context.newPage();
        await shopPage.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
        await shopPage.close();
      },
    },
    async goHome() {
      await page.goto(
        secrets.secretKey === '' ? '/console' : `/console/${(await keysOf()).shopId}`,
      );
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle');
    },
    world: async () => createWorld(context.request, await keysOf(), origin),
    close: () => pages.close(),
  };
};
