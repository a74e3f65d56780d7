import { expect, test } from '@playwright/test';
import { openAsOwner, writeReview } from './console.ts';
import { openShop } from './own-shop.ts';
import { barriers } from './support.ts';

test('a programme is changed, published, and brought back', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  await page.getByLabel('Name (English)').first().fill('The Quiet Circle');
  await page.getByRole('button', { name: 'Add a discount' }).click();
  await page.getByLabel('Costs points').last().fill('nothing');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toContainText('not right yet');
  await page.getByLabel('Costs points').last().fill('800');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Circle → The Quiet Circle');
  await expect(dialog).toContainText('added');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();

  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('Version 2', { exact: true }).click();
  await expect(page.getByText('What is different from version 1')).toBeVisible();
  await expect(page.locator('.differences')).toContainText('Circle → The Quiet Circle');
  await page.getByRole('button', { name: 'Bring this version back' }).click();
  await expect(page.getByText('Version 1 is the draft now.')).toBeVisible();
  await page.getByRole('link', { name: 'Draft' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Circle');
});

test('of two who change the draft, the second is told, shown, and loses nothing', async ({
  browser,
  request,
}) => {
  const { keys } = await openShop(request);
  const address = `/console/${keys.shopId}/program`;
  const one = await openAsOwner(browser);
  const two = await openAsOwner(browser);
  await one.goto(address);
  await two.goto(address);
  await one.getByLabel('Name (English)').first().fill('By the first');
  await one.getByLabel('Days on hold').first().fill('30');
  await two.getByLabel('Name (English)').first().fill('By the second');
  await two.getByLabel('Costs points').first().fill('750');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByText('Saved.', { exact: true })).toBeVisible();
  await two.getByRole('button', { name: 'Save' }).click();
  const dialog = two.getByRole('dialog');
  await expect(dialog).toContainText('Somebody else has saved this');
  await expect(dialog).toContainText('Circle → By the first');
  await expect(dialog).toContainText('Circle → By the second');
  await expect(dialog).toContainText('14 → 30');
  await expect(dialog).toContainText('500 → 750');
  await expect(dialog).toContainText('1 thing was changed by both');
  expect(await barriers(two)).toEqual([]);

  // Leaving in the middle of it loses nothing either.
  await two.reload();
  await expect(dialog).toContainText('500 → 750');
  await dialog.getByRole('button', { name: 'Put both together' }).click();
  await expect(two.getByLabel('Name (English)').first()).toHaveValue('By the first');
  await expect(two.getByLabel('Days on hold').first()).toHaveValue('30');
  await expect(two.getByLabel('Costs points').first()).toHaveValue('750');
  await two.getByRole('button', { name: 'Save' }).click();
  await expect(two.getByText('Saved.', { exact: true })).toBeVisible();
});

test('what was not saved is still there after leaving', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  await page.getByLabel('Name (English)').first().fill('Half a thought');
  await page.getByRole('link', { name: 'Reviews' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Programme' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Half a thought');
  await expect(page.getByText('Changes that are not saved (1 change)')).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Name (English)').first()).toHaveValue('Circle');
});

test('the time machine says what a draft would have cost', async ({ browser, request }) => {
  const { keys } = await openShop(request);
  await writeReview(request, keys, { sub: 'eve', title: 'Good', body: 'Calm and round.' });
  const page = await openAsOwner(browser);
  await page.goto(`/console/${keys.shopId}/program`);
  await page.getByLabel('Points', { exact: true }).first().fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Time machine' }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('1 order of 1 shopper')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Points issued' })).toContainText('18');
  await expect(page.getByRole('row', { name: 'Points issued' })).toContainText('54');
  expect(await barriers(page)).toEqual([]);
});
