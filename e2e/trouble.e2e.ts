import type { Page, Route } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, gotoOwnPage, openAt, openPanel, signIn } from './support.ts';

const STOREFRONT = '**/storefront/**';

/** What the page wrote on its console, for the person who set it up. */
const consoleOf = (page: Page): string[] => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(`thrown: ${error.message}`));
  return lines;
};

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status, code, title: code, detail: code }),
  });

/** Everything that can be wrong with an answer, and what a shopper reads then. */
const TROUBLES: Readonly<
  Record<string, { answer: (route: Route) => Promise<void>; says: string }>
> = {
  'is down': { answer: (route) => route.abort('connectionrefused'), says: 'cannot be reached' },
  'cuts its answers short': {
    answer: (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"version":1,"na' }),
    says: 'cannot be reached',
  },
  'answers with a page of somebody else': {
    answer: (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Hi</h1>' }),
    says: 'cannot be reached',
  },
  'has too many requests': {
    answer: problem(429, 'tooManyRequests'),
    says: 'Many people are here',
  },
  'is busy': { answer: problem(503, 'busy'), says: 'Many people are here' },
};

for (const [name, { answer, says }] of Object.entries(TROUBLES))
  test(`when the server ${name}, the panel says so and goes on once it is back`, async ({
    page,
    baseURL,
  }) => {
    const lines = consoleOf(page);
    await signIn(page, 'mika', baseURL ?? '');
    await page.route(STOREFRONT, answer);
    await gotoOwnPage(page);
    // Without a programme there is no launcher: a shop's own link opens the panel.
    await expect(page.locator('okaeri-launcher')).toBeHidden();
    await page.evaluate(() => (window as unknown as { okaeri: { open(): void } }).okaeri.open());
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(says);
    await page.unroute(STOREFRONT);
    // An open panel asks by itself too: it may be back before anybody presses.
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.click({ timeout: 3000 }).catch(() => undefined);
    await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
    expect(lines.filter((line) => line.startsWith('thrown'))).toEqual([]);
  });

test('when the server is slow, what was known is there at once, and nothing moves', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, { body: '<okaeri-points></okaeri-points>' });
  const points = await available(page);
  await page.route(STOREFRONT, async (route) => {
    await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await page.reload();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(points), { timeout: 2000 });
  await openPanel(page);
  await openAt(page, 'rewards');
  await expect(page.locator('okaeri-widget .ticket').first()).toBeVisible();
});

const DIAGNOSES: Readonly<
  Record<string, { token?: string; key?: string; code: string; remedy: RegExp }>
> = {
  'a key no shop has': { key: 'okr_pk_none', code: 'unknownShop', remedy: /copy data-shop anew/ },
  'a token signed with another secret': {
    token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaWthIn0.AAAA',
    code: 'invalidToken',
    remedy: /identity secret/,
  },
};

for (const [name, { token, key, code, remedy }] of Object.entries(DIAGNOSES))
  test(`${name} is explained to the merchant, and to no shopper`, async ({ page }) => {
    const lines = consoleOf(page);
    if (token !== undefined)
      await page.route('**/demo/api/token', (route) => route.fulfill({ json: { token } }));
    if (key !== undefined)
      await page.route(STOREFRONT, (route) =>
        route.continue({
          url: route
            .request()
            .url()
            .replace(/okr_pk_[^/]+/, key),
        }),
      );
    await gotoOwnPage(page);
    await expect.poll(() => lines.filter((line) => line.startsWith('okaeri'))).toHaveLength(1);
    const [line] = lines.filter((each) => each.startsWith('okaeri'));
    expect(line).toContain(code);
    expect(line).toMatch(remedy);
    await expect(page.locator('body')).not.toContainText(code);
  });
