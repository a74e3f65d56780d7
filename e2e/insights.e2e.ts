import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openAsOwner } from './console.ts';
import { okaeri } from './owner.ts';
import { openShop, type OwnShop } from './own-shop.ts';
import { FOLDER } from './server.ts';
import { barriers } from './support.ts';
import { expect, test } from './test.ts';

const DAY_MS = 86_400_000;

test('retention says who comes back and when, by keyboard alone, in both languages and on a phone', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  importOrders(keys);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}`);
  await page.getByRole('link', { name: 'Insights' }).press('Enter');
  await expect(page.getByText('Half of first-time buyers buy again within 20 days')).toBeVisible();
  await expect(page.getByText('40 of 65 buyers')).toBeVisible();
  await expect(page.getByText('61.5% of buyers have bought again')).toBeVisible();
  await expect(page.getByText('Fewer than half have come back')).toBeVisible();
  // Of a month with few buyers only their number is told.
  await expect(page.getByRole('cell', { name: '5 of 30 needed' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  const cells = page.getByRole('button', { name: /month \d: \d+ of 60/ });
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  const last = cells.last();
  await expect(last).toBeFocused();
  await expect(last).toHaveAccessibleName(/The month is not finished/);
  await expect(page.locator('.heat-foot')).toContainText('The month is not finished');
  await page.getByRole('button', { name: 'Cumulative' }).press('Enter');
  await expect(cells.last()).toHaveAccessibleName(/40 of 60, 66.7% \(54.1–77.3%\)/);

  const day = page.getByRole('slider', { name: 'Days since the order before' });
  await day.press('Home');
  await expect(day).toHaveAttribute('aria-valuetext', /^By day 0, .*1st to 2nd order: 0.0%/);
  for (let days = 0; days < 20; days += 1) await day.press('ArrowRight');
  await expect(page.locator('.curve-said')).toContainText('1st to 2nd order: 66.7%');
  await page.getByText('Show as table').press('Enter');
  await expect(page.getByRole('row', { name: /^30 66.7%/ })).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).last().press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/^gaps-\d{4}-\d\d-\d\d\.csv$/);
  expect(await barriers(page)).toEqual([]);

  const phone = await openAsOwner(browser, { phone: true, locale: 'ja', colorScheme: 'dark' });
  await phone.goto(`/console/${keys.shopId}/insights`);
  await expect(phone.getByText('購入したお客様65人中40人')).toBeVisible();
  await expect(phone.getByRole('heading', { name: '次の注文までの日数' })).toBeVisible();
  expect(await barriers(phone)).toEqual([]);
  expect(await overflowOf(phone)).toBe(0);
});

test('retention says that figures are being counted, that they could not be had, and that nobody has bought', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  let isCounted = false;
  const path = '**/v1/insights/cohorts*';
  await page.route(path, (route) =>
    isCounted ? route.fallback() : route.fulfill({ status: 202, json: { isBeingTaken: true } }),
  );
  await page.goto(`/console/${keys.shopId}/insights`);
  await expect(page.getByText('The figures are being counted.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  isCounted = true;
  await expect(page.getByText('No purchases yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to orders' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.route(path, (route) => route.fulfill({ status: 500, json: { code: 'unexpected' } }));
  await page.reload();
  await expect(page.getByText('Repeat purchases by month could not be loaded.')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByText('No purchases yet')).toBeVisible();
});

/** Sixty who bought a hundred days ago, forty of them again twenty days later, and five who have only begun. */
function importOrders({ shopId }: OwnShop['keys']): void {
  const on = (daysAgo: number): string =>
    new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const bought = (shopper: number, daysAgo: number): string =>
    `o${shopper}-${daysAgo},b${shopper},${on(daysAgo)},USD,20.00`;
  const rows = Array.from({ length: 65 }, (_, shopper) => {
    if (shopper >= 60) return [bought(shopper, 3)];
    return shopper < 40 ? [bought(shopper, 100), bought(shopper, 80)] : [bought(shopper, 100)];
  });
  const file = join(FOLDER, `orders-${shopId}.csv`);
  writeFileSync(file, ['order_id,shopper_id,placed_at,currency,total', ...rows.flat()].join('\n'));
  okaeri(`import orders --shop ${shopId} ${file}`);
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
