import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';

/*
 * Pictures of the demo shop and the panel, to be looked at: both languages, light
 * and dark, desktop and phone. `pnpm start` in one terminal, `pnpm screenshots`
 * in another; they lie in e2e/output/.
 */

const BASE = process.env['PUBLIC_URL'] ?? 'http://localhost:4100';
const FOLDER = join(import.meta.dirname, 'output');
const VIEWS = [
  { width: 1280, height: 860 },
  { width: 360, height: 740 },
];

const settle = (page: Page): Promise<void> => page.waitForTimeout(800);

const take = async (context: BrowserContext, name: string): Promise<void> => {
  const page = await context.newPage();
  const shoot = async (what: string): Promise<void> => {
    await settle(page);
    await page.screenshot({ path: join(FOLDER, `${name}-${what}.png`) });
  };
  await page.goto(`${BASE}/demo`);
  await shoot('shop');
  await page.goto(`${BASE}/demo/product?id=mug`);
  await shoot('product');
  await page.locator('okaeri-launcher').getByRole('button').click();
  await shoot('rewards');
  await page.getByRole('tab').nth(1).click();
  await shoot('earn');
  await page.getByRole('tab').nth(2).click();
  await page.locator('okaeri-widget summary').nth(2).click();
  await shoot('history');
};

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureBrowser(chromium.executablePath()),
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const language of ['en', 'ja'])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of VIEWS) {
      const context = await browser.newContext({ viewport, colorScheme });
      await context.addCookies([
        { name: 'demo_account', value: 'mika', url: BASE },
        { name: 'demo_language', value: language, url: BASE },
      ]);
      await take(context, `${language}-${colorScheme}-${viewport.width}`);
      await context.close();
    }
await browser.close();
