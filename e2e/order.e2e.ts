import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { barriers, become } from './support.ts';

/** Buys a product of the demo shop, which leads to the page of the order. */
const buy = async (page: Page, product: string): Promise<void> => {
  await page.goto(`/demo/product?id=${product}`);
  await page.locator('main').getByRole('button').first().click();
  await page.goto('/demo/cart');
  await page.locator('main').getByRole('button').last().click();
  await expect(page).toHaveURL(/thanks/);
};

const block = (page: Page) => page.locator('okaeri-order');

test('the thank-you page says without a tap what an order brings, when, and what is missing', async ({
  page,
}) => {
  await page.goto('/demo');
  await become(page, 'jun');
  await buy(page, 'dripper');
  await expect(block(page)).toContainText('+195 points from this order');
  await expect(block(page)).toContainText('Yours 14 days after your parcel leaves us');
  await expect(block(page)).toContainText('195 on the way');
  await expect(block(page).getByRole('img')).toHaveAccessibleName(/points to .+ off$/);
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(block(page)).toContainText(/Yours on \w+ \d/);
  await page.getByRole('button', { name: 'Refund one piece' }).click();
  await expect(block(page)).toContainText('This order brings no points.');
  await page.getByRole('button', { name: 'Undo the refund' }).click();
  await expect(block(page)).toContainText('+195 points from this order');
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(block(page)).toContainText('Yours now');
});

test('the thank-you page says it in Japanese, in a Japanese order of words', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await page.getByLabel('Language').selectOption('ja');
  // The page is loaded anew for it.
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await buy(page, 'mug');
  await expect(block(page)).toContainText('このご注文で +140ポイント');
  await expect(block(page)).toContainText('発送から14日後に確定');
});

test('a guest reads what joining would keep of the order', async ({ page }) => {
  await buy(page, 'mug');
  await expect(block(page)).toContainText('+140 points from this order');
  await expect(block(page)).toContainText('Join and keep these 140 points');
  await block(page).getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('dialog')).toContainText('Sign in');
});

test('the birthday that is asked for is a tap away', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await buy(page, 'mug');
  await block(page).getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('dialog').getByLabel('Month')).toBeVisible();
});

test('the block of an order has no barrier axe can find, in either theme', async ({ page }) => {
  await page.goto('/demo');
  await become(page, 'mika');
  await buy(page, 'mug');
  await expect(block(page)).toContainText('from this order');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Blocks take the page's new colours a moment after it has them.
    await expect(async () => expect(await barriers(page)).toEqual([])).toPass();
  }
});
