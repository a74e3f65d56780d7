import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';
import { openAt, PAGES } from './support.ts';

/*
 * Pictures of the demo shop and of every screen of the panel, to be looked at: three
 * languages, light and dark, desktop and phone. `pnpm start` in one terminal,
 * `pnpm screenshots` in another; they lie in e2e/output/.
 */

const BASE = process.env['PUBLIC_URL'] ?? 'http://localhost:4100';
const FOLDER = join(import.meta.dirname, 'output');
const VIEWS = [
  { width: 1280, height: 860 },
  { width: 360, height: 740 },
];
const LANGUAGES = (process.env['SCREENSHOT_LANGUAGES'] ?? 'en,ja,ar').split(',');

const settle = (page: Page): Promise<void> => page.waitForTimeout(600);

/** The demo speaks two languages; the widget is told of any other, and the page turned round for it. */
const speak = async (context: BrowserContext, language: string): Promise<void> => {
  await context.addCookies([
    { name: 'demo_language', value: language === 'ja' ? 'ja' : 'en', url: BASE },
  ]);
  await context.route('**/demo', async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replace('data-token-url', `data-lang="${language}" data-token-url`)
      .replace('<html lang="en"', `<html lang="en" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    await route.fulfill({ response: answer, body: html });
  });
};

const take = async (context: BrowserContext, name: string): Promise<void> => {
  const page = await context.newPage();
  const shoot = async (what: string): Promise<void> => {
    await settle(page);
    await page.screenshot({ path: join(FOLDER, `${name}-${what}.png`) });
  };
  await page.goto(`${BASE}/demo`);
  await page.locator('okaeri-launcher').getByRole('button').waitFor();
  await shoot('0-shop');
  await page.locator('okaeri-launcher').getByRole('button').click();
  for (const [index, what] of PAGES.entries()) {
    await openAt(page, what);
    await shoot(`${index + 1}-${what}`);
  }
  await openAt(page, 'history');
  await page.locator('okaeri-widget [part~=transaction] button').nth(2).click();
  await shoot('receipt');
  await openAt(page, 'rewards');
  await page.locator('okaeri-widget .ticket button').first().click();
  await shoot('confirm');
};

const takeGuest = async (context: BrowserContext, name: string): Promise<void> => {
  await context.clearCookies({ name: 'demo_account' });
  const page = await context.newPage();
  await page.goto(`${BASE}/demo`);
  await page.locator('okaeri-launcher').getByRole('button').click();
  await settle(page);
  await page.screenshot({ path: join(FOLDER, `${name}-guest.png`) });
};

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureBrowser(chromium.executablePath()),
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const language of LANGUAGES)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of VIEWS) {
      const context = await browser.newContext({ viewport, colorScheme });
      await context.addCookies([{ name: 'demo_account', value: 'mika', url: BASE }]);
      await speak(context, language);
      const name = `${language}-${colorScheme}-${viewport.width}`;
      await take(context, name);
      await takeGuest(context, name);
      await context.close();
    }
await browser.close();
