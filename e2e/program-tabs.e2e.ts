import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';

const tabOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Program' }).getByRole('link', { name });

test('a tab that could not be fetched says so, and comes when it is tried again', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  const name = page.getByLabel('Name (English)').first();
  await name.fill('Written before');
  await page.route('**/TiersTab-*', (route) => route.abort());
  await tabOf(page, 'Tiers').focus();
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The server cannot be reached.');
  // What the page has already stays in use.
  await expect(tabOf(page, 'Tiers')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeEnabled();
  await tabOf(page, 'Basics').click();
  await expect(name).toHaveValue('Written before');
  await tabOf(page, 'Tiers').click();
  await page.unroute('**/TiersTab-*');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Add a tier' })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('a tab is fetched when the pointer nears it, and no other is', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  const fetched: string[] = [];
  page.on('request', (sent) => fetched.push(new URL(sent.url()).pathname));
  const hasFetched = (tab: string): boolean => fetched.some((path) => path.includes(`/${tab}-`));
  await page.goto(`/console/${keys.shopId}/program/goals`);
  await expect(page.getByRole('button', { name: 'Add a challenge' })).toBeVisible();
  expect(['GoalsTab', 'BasicsTab', 'TiersTab', 'PublishDialog'].filter(hasFetched)).toEqual([
    'GoalsTab',
  ]);
  await tabOf(page, 'Tiers').hover();
  await expect.poll(() => hasFetched('TiersTab')).toBe(true);
});

test('a change that is followed to a tab not opened yet shows its field there', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program/rewards`);
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  await page.getByLabel('Cost (points)').first().fill('750');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.goto(`/console/${keys.shopId}/program`);
  await page
    .getByRole('complementary', { name: 'What changes' })
    .getByRole('link', { name: '500 points → 750 points' })
    .click();
  await expect(page.getByLabel('Cost (points)').first()).toBeFocused();
});
