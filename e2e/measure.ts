import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../tooling/ensure-browser.ts';
import { ownPages } from './measured-pages.ts';

/*
 * What the widget adds to pages on a slow telephone: how far things move, and, from opening the panel, the tasks that
 * keep the page from answering, with the processor slowed four times. The page's own tasks are printed beside it, as
 * they are without the widget. `pnpm start` in one terminal, `pnpm measure` in another; MEASURE_VISITS is how often
 * each page is visited.
 */

const BASE = process.env['PUBLIC_URL'] ?? 'http://localhost:4100';
const SLOWDOWN = 4;
const VISITS = Number(process.env['MEASURE_VISITS'] ?? 40);
/** What a task may take. */
const LONG_MS = 50;
interface Seen {
  readonly shift: number;
  /** What moved first. */
  readonly moved: string | null;
  readonly longTasksMs: readonly number[];
}

const watch = async (page: Page): Promise<void> => {
  await page.addInitScript((longMs) => {
    const seen = { shift: 0, moved: null as string | null, longTasksMs: [] as number[] };
    Object.assign(window, { seen });
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        seen.shift += value;
        const node = sources[0]?.node;
        seen.moved ??= node ? `${node.nodeName} ${node.textContent?.trim().slice(0, 30)}` : '?';
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        if (duration > longMs) seen.longTasksMs.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  }, LONG_MS);
};

const seenOf = (page: Page): Promise<Seen> => page.evaluate('seen');

const slowPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await watch(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
};

/** A phone of somebody who has been here before, or of nobody. */
const phoneOf = async (browser: Browser, account: string): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addCookies([{ name: 'demo_account', value: account, url: BASE }]);
  return context;
};

/** Buys something, for a page of thanks. */
const buy = async (context: BrowserContext): Promise<string> => {
  const page = await context.newPage();
  await page.goto(`${BASE}/demo/product?id=mug`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto(`${BASE}/demo/cart`);
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.waitForURL(/thanks/);
  const address = page.url();
  await page.close();
  return address;
};

const visit = async (context: BrowserContext, address: string): Promise<Seen> => {
  const page = await slowPage(context);
  await page.goto(address);
  await page.waitForTimeout(1500);
  const seen = await seenOf(page);
  await page.close();
  return seen;
};

/** Opens the panel and goes through its tabs; without the widget, waits as long. */
const openPanel = async (context: BrowserContext, widget: boolean): Promise<readonly number[]> => {
  const page = await slowPage(context);
  if (!widget) await page.route('**/widget/**', (route) => route.abort());
  await page.goto(`${BASE}/demo`);
  await page.waitForTimeout(1500);
  await page.evaluate('void (seen.longTasksMs.length = 0)');
  if (widget) {
    await page.locator('okaeri-launcher').getByRole('button').click();
    await page.waitForTimeout(1000);
    for (const tab of [1, 2, 3]) {
      await page.getByRole('tab').nth(tab).click();
      await page.waitForTimeout(500);
    }
  } else await page.waitForTimeout(2500);
  const { longTasksMs } = await seenOf(page);
  await page.close();
  return longTasksMs;
};

const measureShifts = async (browser: Browser): Promise<void> => {
  const context = await phoneOf(browser, 'mika');
  const thanks = await buy(context);
  const orderId = new URL(thanks).searchParams.get('order') ?? '';
  const shop = ['', '/product?id=mug', '/cart'].map((path) => `${BASE}/demo${path}`);
  const pages = [...shop, thanks, ...(await ownPages(context, BASE, orderId))];
  const rows = [];
  for (const address of pages) {
    // Where places are remembered, somebody has been there before.
    if (address.endsWith('remembered')) await visit(context, address);
    const seen: Seen[] = [];
    for (let round = 0; round < VISITS; round += 1) seen.push(await visit(context, address));
    rows.push({
      page: address.replace(BASE, ''),
      'visits without a shift': `${seen.filter(({ shift }) => shift === 0).length} of ${VISITS}`,
      worst: Math.max(...seen.map(({ shift }) => shift)).toFixed(4),
      'what moved': seen.find(({ moved }) => moved)?.moved ?? '',
    });
  }
  console.table(rows);
  await context.close();
};

const measureTasks = async (browser: Browser): Promise<void> => {
  for (const widget of [false, true]) {
    const tasks: (readonly number[])[] = [];
    for (let round = 0; round < VISITS; round += 1) {
      const context = await phoneOf(browser, 'mika');
      tasks.push(await openPanel(context, widget));
      await context.close();
    }
    const calm = tasks.filter((long) => long.length === 0).length;
    console.log(
      `${widget ? 'From opening' : 'The page alone'}: no task over ${LONG_MS} ms in ${calm} of ${VISITS} visits; the others: ${tasks.flat().join(', ') || 'none'}`,
    );
  }
};

const browser = await chromium.launch({
  executablePath: ensureBrowser(chromium.executablePath()),
  args: ['--no-sandbox', '--disable-background-networking'],
});
await measureShifts(browser);
await measureTasks(browser);
await browser.close();
