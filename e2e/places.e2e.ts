import type { Page } from '@playwright/test';
import { available, gotoOwnPage, signIn } from './support.ts';
import { expect, test } from './test.ts';

const tier = (page: Page) => page.locator('okaeri-tier');

const heightOf = (page: Page): Promise<number> =>
  tier(page).evaluate((element) => (element as HTMLElement).offsetHeight);

/** A page that says nothing of places, and waits with its first picture for the loader alone. */
const visit = (page: Page, body = '<okaeri-tier></okaeri-tier>'): Promise<void> =>
  gotoOwnPage(page, {
    snippetAttributes: 'blocking="render"',
    body: `<h1>A shop</h1>${body}<p>What stands beneath it.</p>`,
  });

const drawn = (page: Page) => expect(page.locator('okaeri-tier:state(filled)')).toHaveCount(1);

/** The height, once it is drawn and the device knows it. */
const visitToRemember = async (page: Page): Promise<number> => {
  await visit(page);
  await drawn(page);
  await expect(tier(page).locator('.ladder')).toBeVisible();
  const known = `JSON.stringify(localStorage).includes('okaeri-tier')`;
  await expect.poll(() => page.evaluate(known)).toBe(true);
  await page.waitForLoadState('networkidle');
  return heightOf(page);
};

/** Lets the loader come, and nothing that it asks for. */
const stopChunks = async (page: Page): Promise<void> => {
  await page.route('**/widget/v1/*.js', (route) =>
    route.request().url().includes('okaeri.js') ? route.fallback() : route.abort(),
  );
};

test.beforeEach(async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'mika', baseURL ?? '');
});

test('a block has the height it had last time before any of its script is there, and moves nothing when it is drawn', async ({
  page,
}) => {
  const height = await visitToRemember(page);
  expect(height).toBeGreaterThan(100);
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      const { shifts } = window as unknown as { shifts: number[] };
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await visit(page);
  await drawn(page);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate('shifts')).toEqual([]);
  await stopChunks(page);
  await visit(page);
  await expect.poll(() => heightOf(page)).toBe(height);
});

test('in a window of another width, and of another product, nothing is kept', async ({ page }) => {
  await visitToRemember(page);
  await page.setViewportSize({ width: 361, height: 740 });
  await stopChunks(page);
  await visit(page);
  await page.waitForTimeout(500);
  expect(await heightOf(page)).toBeLessThan(100);
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(
    page,
    '<okaeri-tier></okaeri-tier><okaeri-reviews product-id="mug"></okaeri-reviews>',
  );
  await expect.poll(() => heightOf(page)).toBeGreaterThan(100);
  const reviews = page.locator('okaeri-reviews');
  expect(await reviews.evaluate((element) => (element as HTMLElement).offsetHeight)).toBe(0);
});

test('what the page says of a place counts, and a tap in a block lets its place go', async ({
  page,
}) => {
  await visitToRemember(page);
  await page.evaluate(() => {
    for (const [name, value] of Object.entries(localStorage))
      if (name.includes(':places:'))
        localStorage.setItem(name, String(value).replace(/size:\d+px/, 'size:3000px'));
  });
  await visit(page);
  await drawn(page);
  expect(await heightOf(page)).toBe(3000);
  await tier(page).locator('li').first().click();
  expect(await heightOf(page)).toBeLessThan(3000);
  await gotoOwnPage(page, {
    head: '<style>okaeri-tier { display: block; min-block-size: 40rem }</style>',
    body: '<okaeri-tier></okaeri-tier>',
  });
  await drawn(page);
  expect(await heightOf(page)).toBe(640);
});

test('places go with the shopper, and with the widget', async ({ page }) => {
  await visitToRemember(page);
  await visit(page, '<okaeri-tier></okaeri-tier><okaeri-points></okaeri-points>');
  await available(page);
  expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(1);
  await page.evaluate('okaeri.destroy()');
  await page.waitForTimeout(500);
  expect(await page.evaluate('document.adoptedStyleSheets.length')).toBe(0);
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('places');
});
