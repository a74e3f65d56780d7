import type { Page, Route } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, gotoOwnPage, openPanel, signIn } from './support.ts';

const TOKEN = '**/demo/api/token';
const BODY =
  '<okaeri-points></okaeri-points><okaeri-reviews product-id="mug"></okaeri-reviews><okaeri-page></okaeri-page>';

/** What is wrong with the address that says who is here, and what its developer reads. */
const FAILURES: Readonly<
  Record<string, { answer: (route: Route) => Promise<void>; says: RegExp }>
> = {
  'cannot be reached': {
    answer: (route) => route.abort('connectionrefused'),
    says: /no answer that this page may read: check data-token-url/,
  },
  'answers with a page': {
    answer: (route) => route.fulfill({ contentType: 'text/html', body: '<html>login</html>' }),
    says: /answered 200 with something else than JSON/,
  },
  'answers 404': { answer: (route) => route.fulfill({ status: 404 }), says: /answered 404/ },
  'answers 500': { answer: (route) => route.fulfill({ status: 500 }), says: /answered 500/ },
  'does not answer': { answer: () => new Promise(() => undefined), says: /no answer in time/ },
};

const linesOf = (page: Page): string[] => {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('okaeri')) lines.push(message.text());
  });
  return lines;
};

for (const [name, { answer, says }] of Object.entries(FAILURES)) {
  test(`when the token address ${name}, what is public is there, and the developer reads why`, async ({
    page,
  }) => {
    const lines = linesOf(page);
    await page.route(TOKEN, answer);
    await gotoOwnPage(page, { body: BODY });
    await expect(page.locator('okaeri-points')).toHaveText('Rewards', { timeout: 15_000 });
    await expect(page.locator('okaeri-reviews [part~=review]').first()).toBeVisible();
    await expect(page.locator('okaeri-page')).toContainText('cannot be shown right now');
    await openPanel(page);
    await page.getByRole('dialog').getByRole('tab', { name: 'Rewards' }).click();
    await expect(page.locator('okaeri-widget .ticket').first()).toBeVisible();
    await expect.poll(() => lines, { timeout: 15_000 }).toHaveLength(1);
    expect(lines[0]).toMatch(/^okaeri \(noToken\): The token endpoint \/demo\/api\/token /);
    expect(lines[0]).toMatch(says);
    await expect(page.locator('body')).not.toContainText('token endpoint');
  });

  test(`when the token address ${name}, the balance known last is shown as old`, async ({
    page,
    baseURL,
  }) => {
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { body: BODY });
    const points = await available(page);
    await page.route(TOKEN, answer);
    await page.reload();
    await expect(page.locator('okaeri-points')).toHaveText(asPoints(points), { timeout: 15_000 });
    await openPanel(page);
    const panel = page.getByRole('dialog');
    await expect(panel).toContainText('Welcome back, Mika');
    await expect(panel.getByRole('alert')).toContainText('may be a little old');
    await page.unroute(TOKEN);
    await page.evaluate(() =>
      (window as unknown as { okaeri: { refresh(): void } }).okaeri.refresh(),
    );
    await expect(panel.getByRole('alert')).toHaveCount(0);
  });
}

for (const [name, response] of Object.entries({
  '401': { status: 401, body: '<html>no</html>' },
  '204': { status: 204 },
  nothing: { status: 200, body: '' },
}))
  test(`a token address that answers ${name} means a guest, without a word on the console`, async ({
    page,
    baseURL,
  }) => {
    const lines = linesOf(page);
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { body: BODY });
    await available(page);
    await page.route(TOKEN, (route) => route.fulfill(response));
    await page.reload();
    await expect(page.locator('okaeri-points')).toHaveText('Rewards');
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('Sign in to the shop');
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
    expect(lines).toEqual([]);
  });
