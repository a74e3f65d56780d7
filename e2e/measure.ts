import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';

/*
 * What the widget adds to a page on a slow telephone: how far things move, and the
 * tasks that keep the page from answering, with the processor slowed four times.
 * The same page is measured without the widget, as nothing of its own may count.
 * `pnpm start` in one terminal, `pnpm measure` in another.
 */

const BASE = process.env['PUBLIC_URL'] ?? 'http://localhost:4100';
const SLOWDOWN = 4;
const ROUNDS = 5;

interface Seen {
  readonly shift: number;
  /** Tasks over 50 ms: what the page was at, and how long. */
  readonly longTasks: readonly string[];
}

const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const seen = { shift: 0, longTasks: [] as string[], phase: 'load' };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        seen.longTasks.push(`${seen.phase} ${Math.round(duration)}`);
    }).observe({ type: 'longtask', buffered: true });
  });
};

const phase = (page: Page, name: string): Promise<void> =>
  page.evaluate((now) => {
    (window as unknown as { seen: { phase: string } }).seen.phase = now;
  }, name);

const visit = async (context: BrowserContext, widget: boolean): Promise<Seen> => {
  const page = await context.newPage();
  await watch(page);
  if (!widget) await page.route('**/widget/**', (route) => route.abort());
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(`${BASE}/demo/product?id=mug`);
  await page.waitForTimeout(2500);
  if (widget) {
    await phase(page, 'open');
    await page.locator('okaeri-launcher').getByRole('button').click();
    await page.waitForTimeout(2000);
    for (let tab = 1; tab < 4; tab += 1) {
      await phase(page, `tab ${tab}`);
      await page.getByRole('tab').nth(tab).click();
      await page.waitForTimeout(1000);
    }
  }
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await page.close();
  return seen;
};

const browser = await chromium.launch({
  executablePath: ensureBrowser(chromium.executablePath()),
  args: ['--no-sandbox', '--disable-background-networking'],
});
for (const widget of [false, true])
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await context.addCookies([{ name: 'demo_account', value: 'mika', url: BASE }]);
    const { shift, longTasks } = await visit(context, widget);
    const name = widget ? 'with the widget' : 'without it';
    console.log(
      `${name}: layout shift ${shift.toFixed(4)}, tasks over 50 ms: ${longTasks.join(', ') || 'none'}`,
    );
    await context.close();
  }
await browser.close();
