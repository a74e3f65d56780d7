import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { available, gotoOwnPage, openPanel, signIn } from './support.ts';

type Api = { open(page?: string): void; close(): void; destroy(): void };
const call = (page: Page, name: keyof Api): Promise<void> =>
  page.evaluate((wanted) => (window as unknown as { okaeri: Api }).okaeri[wanted](), name);

const launcherOf = (page: Page) => page.locator('okaeri-launcher').getByRole('button');

/** Ways in which pages and their libraries put another page in the place of the first. */
const SWAPS: Readonly<Record<string, () => void>> = {
  'is given a new body': () => {
    const next = document.createElement('body');
    next.append(document.createElement('okaeri-points'));
    document.body.replaceWith(next);
  },
  'is emptied and filled': () =>
    document.body.replaceChildren(document.createElement('okaeri-points')),
  'comes back as a copy': () => {
    // With shells of the widget's own elements, as a page of a cache has them.
    document.documentElement.replaceChildren(
      ...document.documentElement.cloneNode(true).childNodes,
    );
  },
};

for (const [name, swap] of Object.entries(SWAPS))
  test(`when the page ${name} ten times, launcher and panel are there each time, once`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { body: '<okaeri-points></okaeri-points>' });
    await available(page);
    for (let time = 0; time < 10; time += 1) {
      await page.evaluate(swap);
      await expect(launcherOf(page)).toHaveCount(1);
      await expect(launcherOf(page)).toBeVisible();
      await page.waitForTimeout(1100);
    }
    await available(page);
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
    await page.evaluate(swap);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await call(page, 'destroy');
    await expect(page.locator('[data-okaeri]')).toHaveCount(0);
    await page.evaluate(swap);
    await page.waitForTimeout(300);
    await expect(page.locator('[data-okaeri]:not(:empty), okaeri-widget')).toHaveCount(0);
    expect(errors).toEqual([]);
  });

/** A script of the page's that lets nobody else add to its body. */
const GUARD = `<script>
  addEventListener('DOMContentLoaded', () => new MutationObserver((list) => {
    for (const { addedNodes } of list)
      for (const node of addedNodes) if (window.guarded !== false && node.localName.startsWith('okaeri-')) node.remove();
  }).observe(document, { childList: true, subtree: true }));
</script>`;

test('a page that keeps taking the widget away has its way, and its developer is told', async ({
  page,
  baseURL,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, { head: GUARD });
  const removals = () => lines.filter((line) => line.startsWith('okaeri (removed)'));
  await expect.poll(removals).toHaveLength(1);
  expect(removals()[0]).toContain('data-okaeri');
  await page.waitForTimeout(500);
  await expect(page.locator('[data-okaeri]')).toHaveCount(0);
  await page.evaluate(() => Object.assign(window, { guarded: false }));
  await call(page, 'open');
  await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
  await expect(page.locator('okaeri-launcher')).toHaveCount(1);
});

test('the snippet a second time changes nothing, also after the body was replaced', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page);
  await expect(launcherOf(page)).toBeVisible();
  await page.evaluate(() => {
    document.body.replaceWith(document.createElement('body'));
    const first = document.querySelector('script[data-shop]');
    const again = document.createElement('script');
    for (const { name, value } of first?.attributes ?? []) again.setAttribute(name, value);
    document.body.append(again);
  });
  await page.waitForTimeout(500);
  await expect(launcherOf(page)).toHaveCount(1);
  await openPanel(page);
  await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
});

test('a page whose elements cannot remove themselves is left clean', async ({ page, baseURL }) => {
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page);
  await openPanel(page);
  await page.evaluate(() => {
    Element.prototype.remove = () => undefined;
  });
  await call(page, 'destroy');
  await expect(page.locator('[data-okaeri]')).toHaveCount(0);
});
