import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';

const preview = (page: Page): FrameLocator => page.frameLocator('.preview iframe');
const panel = (page: Page) => preview(page).locator('okaeri-widget dialog');

test('a merchant makes the widget theirs beside the widget itself, takes steps back, and saves', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/appearance`);

  // The real widget, open, as the newest member sees it; and the focus stays where one works.
  await expect(panel(page)).toBeVisible();
  await expect(panel(page)).toContainText('Ada');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');

  // A colour that cannot be read is named, and what stands in for it is shown.
  const accent = page.getByLabel('Brand color (#rrggbb)');
  await accent.fill('#ffe600');
  await expect(page.locator('.scheme').first()).toContainText('has a contrast of only 1.3 to 1');
  const token = (name: string) =>
    panel(page).evaluate((node, key) => getComputedStyle(node).getPropertyValue(key), name);
  await expect.poll(() => token('--_accent')).not.toContain('#2f6b4f');
  const yellow = await token('--_accent');

  // Steps back and forward, by keys too.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(accent).toHaveValue('#2f6b4f');
  await expect.poll(() => token('--_accent')).toContain('#2f6b4f');
  await page.getByRole('heading', { name: 'Widget', level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(accent).toHaveValue('#ffe600');
  await expect.poll(() => token('--_accent')).toBe(yellow);

  // Dark pages, another language, a computer, a guest.
  const controls = page.locator('.preview-controls');
  await controls.getByLabel('Page').selectOption('dark');
  await expect.poll(() => token('--_surface')).toContain('#1c1b19');
  await controls.getByLabel('Language').selectOption('ar');
  await expect(preview(page).locator('okaeri-widget dialog')).toHaveAttribute('dir', 'rtl');
  await controls.getByLabel('Device').selectOption('desktop');
  await controls.getByLabel('Preview as').selectOption('A guest');
  await expect(panel(page)).not.toContainText('Ada');

  // Leaving the page loses nothing; then it is saved, and the shop's widget has it.
  await page.reload();
  await expect(page.getByText('Unsaved changes restored.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  const answer = await request.get(`/storefront/v1/${keys.publicKey}/program`);
  expect(await answer.json()).toMatchObject({
    appearance: { light: { accent: expect.any(String) } },
  });
  expect(JSON.stringify(await answer.json())).not.toContain('#2f6b4f');
});

test('a merchant finds a text, says it in their own words, and sees it in the widget', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/appearance/texts`);
  await page.getByLabel('Find a text').fill('welcome back');
  const field = page.getByLabel('Welcome back, {name}');
  await field.fill('Hello again');
  await expect(page.getByRole('alert')).toContainText('Leaves out {name}');
  await field.fill('Hello again, {name}');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(panel(page)).toContainText('Hello again, Ada');
  await page.getByLabel('Find a text').fill('nothing has these words');
  await page.getByRole('button', { name: 'Show all texts' }).click();
  await page.getByLabel('Only my own (1)').check();
  await expect(page.locator('.texts li')).toHaveCount(1);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  const answer = await request.get(`/storefront/v1/${keys.publicKey}/program`);
  expect(await answer.json()).toMatchObject({
    appearance: { texts: { en: { greeting: 'Hello again, {name}' } } },
  });
});
