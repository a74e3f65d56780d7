import { readFileSync } from 'node:fs';
import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';

const bought = (shopper: object, dollars: number, more: object = {}): object => {
  const at = new Date(Date.now() - 60_000 * dollars).toISOString();
  return {
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    paymentStatus: 'paid',
    currency: 'USD',
    shopper,
    lines: [{ id: 'l', productId: 'tea', title: 'Tea', quantity: 2, priceMinor: dollars * 50 }],
    ...more,
  };
};

test('shoppers are sorted, kept as a view, taken out, and given points that are taken back as one', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  for (const [i, name] of ['Ada', 'Ben', 'Cem'].entries())
    await call('PUT', `/v1/orders/o-${i}`, bought({ id: `c-${i}`, name }, 10 * (i + 1)));
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/shoppers`);
  const names = page.locator('tbody .name a');
  await page.getByRole('button', { name: 'Spent' }).click();
  await expect(page.getByRole('columnheader', { name: 'Spent' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(names).toHaveText(['Cem', 'Ben', 'Ada']);
  await page.getByRole('button', { name: 'Spent' }).click();
  await expect(names).toHaveText(['Ada', 'Ben', 'Cem']);
  await expect(page.getByText('1–3 of 3 that match · sorted by spent, lowest first')).toBeVisible();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Filter by').selectOption('Spent at least');
  await dialog.getByLabel('Value').fill('abc');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Enter a number.');
  await dialog.getByLabel('Value').fill('15');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(names).toHaveText(['Ben', 'Cem']);
  await page.getByRole('button', { name: 'Save view…' }).click();
  await dialog.getByLabel('Name').fill('Regulars');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Regulars' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('id,name,email');

  // By the keys alone: down, down, pick; then everybody who matches.
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Select all 2' }).click();
  await page.getByRole('button', { name: 'Give points…' }).click();
  await dialog.getByLabel('Points for each').fill('50');
  await dialog.getByLabel('Reason').fill('Thank you');
  await expect(dialog.getByText('2 shoppers, 100 points')).toBeVisible();
  await dialog.getByRole('button', { name: 'Give 100 points' }).click();
  await expect(page.getByText('Gave 100 points to 2 shoppers.')).toBeVisible();
  const availableTo = async (id: string): Promise<number> =>
    ((await call('GET', `/v1/shoppers/${id}`))['balance'] as { available: number }).available;
  const before = await availableTo('c-1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The points are deducted again.')).toBeVisible();
  expect(before - (await availableTo('c-1'))).toBe(50);
});

test('an order and a code are found by what they are called, and looked at', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/orders/K-1311', bought({ id: 'ada', name: 'Ada Byron' }, 300));
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search or go to' }).fill('#1311');
  await expect(page.getByRole('option', { name: /K-1311/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Order K-1311');
  await expect(page.getByRole('row', { name: /^Tea/ })).toContainText('$300');
  await page.getByRole('link', { name: /Ada Byron/ }).click();
  await page.getByRole('button', { name: 'Give reward…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('For the wait');
  await dialog.locator('button[type=submit]').click();
  await expect(page.getByText('The reward is given.')).toBeVisible();

  await page.goto(`/console/${keys.shopId}/codes`);
  await page.locator('tbody .name a').click();
  await page.getByRole('button', { name: 'Release code…' }).click();
  await dialog.getByLabel('Reason').fill('Asked by phone');
  await dialog.locator('button[type=submit]').click();
  await expect(page.getByText('The code is released.')).toBeVisible();
  await expect(page.getByText('Asked by phone')).toBeVisible();
  await page.goto(`/console/${keys.shopId}/settings/log`);
  await expect(page.getByRole('row').filter({ hasText: 'Asked by phone' })).toHaveCount(1);
});
