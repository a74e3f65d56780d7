import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';
import { openAsOwner, writeReview } from './console.ts';
import { openShop } from './own-shop.ts';

test('the home does not say that nobody is here once somebody has come', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}`);
  await expect(page.getByText('No shoppers yet')).toBeVisible();
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Customer lifecycle' })).toBeVisible();
  await expect(page.getByText('No shoppers yet')).toHaveCount(0);
});

test('the home says what to do next, where shoppers stand, and what was counted', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await writeReview(request, keys, {
    sub: 'eve',
    title: 'By eve',
    body: 'Read more at https://eve.example',
  });
  const now = new Date().toISOString();
  await call('PUT', '/v1/orders/h1', {
    updatedAt: now,
    placedAt: now,
    paidAt: now,
    paymentStatus: 'paid',
    shopper: { id: 'ada' },
    currency: 'USD',
    lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 5000 }],
  });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}`);
  const waiting = page.getByRole('main').getByRole('link', { name: /to check$/ });
  await expect(waiting.first()).toHaveText('1Review to check');
  await expect(
    page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Reviews' }),
  ).toContainText('1 waiting');
  const stage = page.getByRole('link', { name: /^Post-purchase/ });
  await expect(stage).toContainText(/[12]/);
  const repeat = page.locator('.figures div', { hasText: 'Repeat purchase rate' });
  await expect(repeat).toContainText('Not enough data yet');

  // The chart by keyboard alone: the last month first, then back, and what it holds is read out.
  const chart = page.getByRole('group', { name: 'Orders by month' });
  const months = chart.getByRole('button');
  await expect(months.last()).toHaveAccessibleName(/All orders [12] · From members [12]$/);
  await months.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(months.nth(11)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(months.first()).toBeFocused();
  const section = page.locator('.chart', { hasText: 'Orders by month' });
  await section.getByText('Show as table').press('Enter');
  await expect(section.getByRole('row')).toHaveCount(14);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('Month,All orders,From members');
  expect(text.trim().split('\r\n').at(-1)).toMatch(/,[12],[12]$/);

  // A stage leads to those who stand there; the list follows within seconds.
  await expect(async () => {
    await page.goto(`/console/${keys.shopId}`);
    await stage.click();
    await expect(page.getByRole('link', { name: 'ada' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole('button', { name: /^Remove the filter “Stage Post-purchase”/ }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value').selectOption('Lapsed');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('No results')).toBeVisible();
});

test('one asks for reports and alerts for oneself, and chooses the days of the home, by keyboard', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings/reports`);
  await page.getByRole('checkbox', { name: /^Send me the report/ }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'How often' }).selectOption('week');
  await page.getByRole('checkbox', { name: /^Tell me when something changes/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByText(/^The next report is sent on .* 8:00 AM\.$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /^Send me the report/ })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'How often' })).toHaveValue('week');

  await page.goto(`/console/${keys.shopId}`);
  await expect(page.getByText(/^Last 90 days unless stated\./)).toBeVisible();
  await page.getByRole('combobox', { name: 'Days shown' }).selectOption('28');
  await expect(page.getByText(/^Last 28 days unless stated\./)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Last 28 days unless stated\./)).toBeVisible();
  // What a figure is stands behind its name.
  const about = page.locator('.figures summary', { hasText: 'Repeat purchase rate' });
  await about.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Of the people who bought in these days/)).toBeVisible();
});
