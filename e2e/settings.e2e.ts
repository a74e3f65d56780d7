import { readFile } from 'node:fs/promises';
import { expect, test } from './test.ts';
import { openAsOwner } from './console.ts';
import { openShop } from './own-shop.ts';

test('a shop is taken out as one file, closed so that shoppers see nothing, and opened again', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  await call('PUT', '/v1/shoppers/ada', { name: 'Ada' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings/data`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Letter Shop-.*\.ndjson$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ rows: lines.length - 2 });

  await page.getByRole('navigation', { name: 'Pages above' }).getByRole('link').click();
  await page.getByRole('link', { name: 'General' }).click();
  await page.getByRole('button', { name: 'Close the shop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type Letter Shop to go on').fill('Letter Shop');
  await dialog.getByRole('button', { name: 'Close the shop' }).click();
  await expect(page.getByText('This shop is closed: shoppers see nothing of it.')).toBeVisible();
  const program = `/storefront/v1/${keys.publicKey}/program`;
  expect((await request.get(program)).status()).toBe(403);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByText('The shop is open again.')).toBeVisible();
  await expect(page.getByText('This shop is closed')).toHaveCount(0);
  expect((await request.get(program)).status()).toBe(200);
});

test('a person who asks for their data is found, guests too; and how long people are kept is set', async ({
  browser,
  request,
}) => {
  const { keys, call } = await openShop(request);
  const at = new Date().toISOString();
  await call('PUT', '/v1/orders/g-1', {
    updatedAt: at,
    placedAt: at,
    paidAt: at,
    paymentStatus: 'paid',
    currency: 'USD',
    shopper: { email: 'asks@x.example' },
    lines: [{ id: 'l', productId: 'tea', quantity: 1, priceMinor: 5000 }],
  });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/settings/privacy`);
  const find = async (text: string): Promise<void> => {
    await page.getByLabel('Name, email or ID').fill(text);
    await page.getByRole('button', { name: 'Find' }).click();
  };
  await find('nobody@x.example');
  await expect(page.getByText('Nothing matches “nobody@x.example”')).toBeVisible();
  await expect(async () => {
    await find('asks@x.example');
    await expect(page.getByRole('link', { name: 'asks@x.example' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto(`/console/${keys.shopId}/settings/deletion`);
  await page.getByLabel('Erase guests after (days)').fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toContainText('1 problem to fix');
  await page.getByLabel('Erase guests after (days)').fill('730');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await call('GET', '/v1/privacy/settings')).toEqual({
    forgetGuestsAfterDays: 730,
    forgetMembersAfterDays: null,
  });
});
