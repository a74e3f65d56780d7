import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner, openOwnMenu } from './console.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Menu' });

test('the menu has its pages in groups, marks where one is, and keeps the rest by one’s name', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}`);
  const menu = menuOf(page);
  for (const [group, first] of [
    ['Customers', 'Shoppers'],
    ['Feedback', 'Reviews'],
    ['Engagement', 'Contacts'],
  ] as const)
    await expect(menu.getByRole('group', { name: group }).getByRole('link').first()).toContainText(
      first,
    );
  await expect(menu.locator('[aria-current=page]')).toHaveText('Home');
  // Settings are one page, and whatever it leads to belongs to it.
  await menu.getByRole('link', { name: 'Settings' }).click();
  const settings = page.getByRole('navigation', { name: 'Settings' });
  await expect(settings.getByRole('heading')).toHaveCount(6);
  await settings.getByRole('link', { name: 'API keys' }).click();
  await expect(page.getByRole('heading', { name: 'API keys', level: 1 })).toBeVisible();
  await expect(menu.locator('[aria-current=page]')).toHaveText('Settings');

  await openOwnMenu(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Language').selectOption('ja');
  await expect(page.getByRole('heading', { name: 'APIキー', level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'サインアウト' })).toBeHidden();
});

test('on a phone the menu is a page of its own, with the search first, by keyboard too', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser, { phone: true });
  await page.goto(`/console/${keys.shopId}/settings/shop`);
  const title = page.getByRole('heading', { name: 'General', level: 1 });
  await expect(title).toBeVisible();
  await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
  await expect(title).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.locator('#menu').getByRole('button', { name: /^Search/ })).toBeFocused();
  await expect(page.getByLabel('Theme')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(title).toBeVisible();

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await menuOf(page).getByRole('link', { name: 'Reviews' }).click();
  await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible();
  await expect(menuOf(page)).toBeHidden();
});

test('settings say how each stands, and addresses of before lead to where things are now', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings`);
  const row = (name: string) =>
    page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name });
  await expect(row('Store')).toContainText('Not connected');
  await expect(row('Contact limits')).toContainText('1 in 7 days, 4 in 30, quiet 21:00–08:00');
  await expect(row('Team')).toContainText('1 person');
  await expect(row('API keys')).toContainText('2 keys');
  expect(await barriers(page)).toEqual([]);
  for (const [before, title] of [
    ['integrations', 'Store'],
    ['mail', 'Sender and email server'],
    ['privacy', 'Data requests'],
  ] as const) {
    await page.goto(`/console/${keys.shopId}/settings/${before}`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }
});

test('a sandbox says what time it is there, and its clock is moved by keyboard', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const { now } = await call('GET', '/v1/clock');
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers`);
  const bar = page.getByRole('status').filter({ hasText: 'Sandbox.' });
  await expect(bar).toContainText('The clock of this shop stands at');
  await bar.getByRole('button', { name: 'Move the clock…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move the clock of this sandbox' });
  const amount = dialog.getByLabel('How far');
  await expect(amount).toBeFocused();
  await amount.fill('0');
  await expect(amount).toHaveAccessibleDescription(/whole number/);
  await amount.fill('30');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const moved = Date.parse(String((await call('GET', '/v1/clock'))['now']));
  expect(moved - Date.parse(String(now))).toBeGreaterThanOrEqual(30 * 86_400_000);
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
  await expect(bar).toContainText(day.format(moved));
  // It is there over every page.
  await page.goto(`/console/${keys.shopId}/settings/languages`);
  await expect(bar).toContainText(day.format(moved));
});
