import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';
import { indexOf } from './picture-index.ts';
import { SCREENS, type Screen, type Shown } from './shown-screens.ts';

/*
 * Pictures of every screen of the shopper's side, to be looked at: three languages, light and dark, phone and desktop.
 * `pnpm start` in one terminal, `pnpm screenshots` in another; `pnpm screenshots home,earn` takes those alone. They lie
 * in e2e/pictures/, with a page that shows them beside each other.
 */

const BASE = process.env['PUBLIC_URL'] ?? 'http://localhost:4100';
const FOLDER = join(import.meta.dirname, 'pictures');
const LANGUAGES = ['en', 'ja', 'ar'];
const SCHEMES = ['light', 'dark'] as const;
const VIEWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
];
const [, , named] = process.argv;
const screens = SCREENS.filter(({ name }) => !named || named.split(',').includes(name));

/** The demo speaks two languages; the widget is told of any other, and the page turned round for it. */
const speak = async (context: BrowserContext, language: string): Promise<void> => {
  await context.addCookies([
    { name: 'demo_language', value: language === 'ja' ? 'ja' : 'en', url: BASE },
  ]);
  if (language === 'en' || language === 'ja') return;
  await context.route(/\/demo(\/(product|cart|thanks))?(\?.*)?$/, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replace('data-token-url', `data-lang="${language}" data-token-url`)
      .replace('<html lang="en"', `<html lang="en" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    await route.fulfill({ response: answer, body: html });
  });
};

/** Mika buys a mug, and has a code for friends. */
const prepare = async (browser: Browser): Promise<Shown> => {
  const context = await browser.newContext({ baseURL: BASE });
  await context.addCookies([{ name: 'demo_account', value: 'mika', url: BASE }]);
  const bought = await context.request.post('/demo/api/checkout', { data: { cart: { mug: 1 } } });
  const { orderId } = (await bought.json()) as { orderId: string };
  const page = await context.newPage();
  await page.goto('/demo');
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/me/referral'));
  await page.evaluate(`(window.okaeri ||= []).push(['open', 'friends'])`);
  const { code } = (await (await asked).json()) as { code: string };
  await context.close();
  return { orderId, friendCode: code };
};

const take = async (page: Page, screen: Screen, shown: Shown, name: string): Promise<void> => {
  await page.goto(`${BASE}/demo${screen.path?.(shown) ?? ''}`);
  await page.locator('okaeri-launcher').getByRole('button').waitFor();
  await page.waitForLoadState('networkidle');
  await screen.show?.(page);
  // Pictures of products and the like; nothing moves, as the context asks for.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(FOLDER, name) });
  await screen.leave?.(page);
};

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureBrowser(chromium.executablePath()),
  args: ['--no-sandbox', '--disable-background-networking'],
});
const shown = await prepare(browser);
const faults: string[] = [];
for (const screen of screens)
  for (const language of LANGUAGES)
    for (const colorScheme of SCHEMES)
      for (const viewport of VIEWS) {
        const name = `${screen.mockup}-${screen.name}-${language}-${colorScheme}-${viewport.width}.png`;
        const look = { viewport, colorScheme, reducedMotion: 'reduce' } as const;
        const context = await browser.newContext(look);
        context.setDefaultTimeout(15_000);
        const account = screen.guest ? '' : 'mika';
        await context.addCookies([{ name: 'demo_account', value: account, url: BASE }]);
        await speak(context, language);
        rmSync(join(FOLDER, name), { force: true });
        await take(await context.newPage(), screen, shown, name).catch((error: unknown) => {
          faults.push(`${name}: ${String(error)}`);
        });
        await context.close();
      }
await browser.close();
writeFileSync(
  join(FOLDER, 'index.html'),
  indexOf({
    screens: SCREENS.toSorted((one, other) => Number(one.mockup) - Number(other.mockup)),
    languages: LANGUAGES,
    schemes: SCHEMES,
    widths: VIEWS.map(({ width }) => width),
  }),
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
