import type { Page } from '@playwright/test';
import { gotoOwnPage } from './support.ts';
import { expect, test } from './test.ts';

/** What a product page may cost a member before a touch; the sizes of chunks are held by `tooling/sizes.ts`. */
const MOST_REQUESTS = 12;
const MOST_SCRIPT_BYTES = 26 * 1024;

interface Asked {
  readonly carts: readonly { readonly lines: readonly { readonly productId: string }[] }[];
}

/** What a page asks of quotes, request by request: the products of each. */
const watchQuotes = (page: Page): string[][] => {
  const asked: string[][] = [];
  page.on('request', (request) => {
    if (!/\/quotes?$/.test(request.url())) return;
    const { carts } = request.postDataJSON() as Asked;
    asked.push(carts.map(({ lines }) => lines[0]?.productId ?? ''));
  });
  return asked;
};

const shelf = (count: number, style = ''): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p style="${style}"><okaeri-earn product-id="p${at}" price="${at + 1}000" currency="JPY"></okaeri-earn></p>`,
  ).join('');

test('a page with forty products in view asks in one request what they earn, and for none twice', async ({
  page,
}) => {
  const asked = watchQuotes(page);
  await gotoOwnPage(page, { body: shelf(40, 'margin: 0; font-size: 8px; line-height: 10px') });
  await expect(page.locator('okaeri-earn').last()).toContainText('Earn');
  expect(asked.map((ids) => ids.length)).toEqual([40]);
  // The session tells everybody anew: what is known is not asked for again.
  await page.evaluate(() =>
    (window as unknown as { okaeri: { refresh(): void } }).okaeri.refresh(),
  );
  await page.waitForResponse(/\/(program|me)(\?.*)?$/);
  await page.evaluate(() => {
    const again = document.querySelector('okaeri-earn')?.cloneNode();
    if (again) document.body.append(again);
  });
  await expect(page.locator('okaeri-earn').last()).toContainText('Earn');
  expect(asked).toHaveLength(1);
});

test('products below the window are asked for when somebody comes to them', async ({ page }) => {
  const asked = watchQuotes(page);
  await gotoOwnPage(page, { body: shelf(12, 'margin: 0; height: 400px') });
  await expect(page.locator('okaeri-earn').first()).toContainText('Earn');
  expect(asked.flat()).not.toContain('p11');
  await page.locator('okaeri-earn').last().scrollIntoViewIfNeeded();
  await expect(page.locator('okaeri-earn').last()).toContainText('Earn');
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.flat().length).toBe(new Set(asked.flat()).size);
});

test('a product written wrongly in the page says nothing, and the others what they earn', async ({
  page,
}) => {
  await gotoOwnPage(page, {
    body: `<okaeri-earn product-id="a" price="9000" currency="JPY"></okaeri-earn>
<okaeri-earn product-id="b" price="9000" currency="JPY" quantity="many"></okaeri-earn>
<okaeri-earn product-id="c" price="7000" currency="JPY"></okaeri-earn>`,
  });
  const lines = page.locator('okaeri-earn');
  await expect(lines.nth(0)).toContainText('Earn');
  await expect(lines.nth(2)).toContainText('Earn');
  await expect(lines.nth(1).locator('span')).toHaveText('\u200b');
});

/** What the widget adds to a page: its scripts, what it asks the server, and the shop for who is here. */
const watchRequests = (page: Page): { all: string[]; scripts: () => number } => {
  const all: string[] = [];
  let scriptBytes = 0;
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/^\/(widget|storefront)\/|^\/demo\/api\/token$/.test(pathname)) all.push(pathname + search);
  });
  page.on('requestfinished', async (request) => {
    if (!request.url().includes('/widget/')) return;
    scriptBytes += (await request.sizes()).responseBodySize;
  });
  return { all, scripts: () => scriptBytes };
};

test('a product page with reviews and questions adds twelve requests for a member before a touch, each once', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 2000 });
  const { all, scripts } = watchRequests(page);
  await page.goto('/healthz');
  await context.addCookies([{ name: 'demo_account', value: 'mika', url: page.url() }]);
  await page.goto('/demo/product?id=mug');
  for (const name of ['reviews', 'questions'])
    await expect(page.locator(`okaeri-${name}:state(filled)`)).toHaveCount(1);
  await expect(page.locator('okaeri-stars')).toContainText('★');
  await expect(page.locator('okaeri-earn').first()).toContainText('Earn');
  await expect(page.locator('okaeri-reviews .own, okaeri-reviews .button')).not.toHaveCount(0);
  await page.waitForLoadState('networkidle');
  expect(new Set(all).size, 'nothing is asked for twice').toBe(all.length);
  // Where the shop takes its time to say who is here, as on a busy machine, the programme is asked for beside it.
  const counted = all.filter((path) => !path.endsWith('/program'));
  expect(counted.toSorted()).toHaveLength(MOST_REQUESTS);
  expect(scripts()).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
});
