import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { asPoints, available, become, openPanel } from './support.ts';

/** Buys a dripper as Jun and stays on the page where one can be the shop. */
const buy = async (page: Page): Promise<number> => {
  await page.goto('/demo/product?id=dripper');
  await become(page, 'jun');
  const before = await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.getByRole('button', { name: 'Send the parcel' }).click();
  await expect(page.locator('#outcome')).toContainText('195 pending');
  return before;
};

const bubble = (page: Page) => page.locator('okaeri-launcher .bubble');

test('points that arrive are shown by the launcher once, and told by the panel until the next opening', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const before = await buy(page);
  // What the panel was last opened over is what it counts from.
  await openPanel(page);
  await expect(page.locator('okaeri-widget .balance')).toContainText(asPoints(before));
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(bubble(page)).toHaveText('+195 points');
  const after = (before + 195).toLocaleString('en');
  await expect(page.locator('okaeri-launcher button > span').first()).toHaveText(after);
  await expect(page.locator('okaeri-launcher [role=status]')).toHaveText(
    `+195 points. ${asPoints(before + 195)}`,
  );
  await expect(bubble(page)).toHaveCount(0);

  await openPanel(page);
  const news = page.locator('okaeri-widget .news');
  await expect(news).toContainText('+195 points are yours');
  await expect(news).toContainText('to Grove');
  await expect(page.locator('okaeri-widget .balance strong')).toHaveText(after);
  await page.getByRole('button', { name: 'Close' }).click();
  await openPanel(page);
  await expect(news).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();

  await page.reload();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before + 195));
  await expect(bubble(page)).toHaveCount(0);
});

test('points that a refund took and its undoing gave back do not arrive a second time', async ({
  page,
}) => {
  const before = await buy(page);
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(bubble(page)).toHaveText('+195 points');
  await page.getByRole('button', { name: 'Refund one piece' }).click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  await expect(bubble(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo the refund' }).click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before + 195));
  await expect(page.locator('okaeri-launcher button > span').first()).toHaveText(
    (before + 195).toLocaleString('en'),
  );
  await expect(bubble(page)).toHaveCount(0);
});

test('where nothing should move, the new number is there at once and the bubble all the same', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const before = await buy(page);
  await page.getByRole('button', { name: 'Skip 15 days' }).click();
  await expect(bubble(page)).toHaveText('+195 points');
  const launcher = page.locator('okaeri-launcher button');
  await expect(launcher).toHaveCSS('animation-name', 'none');
  expect(await launcher.locator('span').first().textContent()).toBe(
    (before + 195).toLocaleString('en'),
  );
});
