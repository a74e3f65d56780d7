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
    ['Engagement', 'Widget'],
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
  const title = page.getByRole('heading', { name: 'Shop', level: 1 });
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
