import { expect, test } from './test.ts';
import { available, asPoints, become } from './support.ts';

test('two taps lead from the launcher to a reward in the cart, and one back', async ({ page }) => {
  await page.goto('/demo/product?id=mug');
  await become(page, 'mika');
  const before = await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await expect(page.locator('#lines')).not.toContainText('Discount');
  await page.locator('okaeri-launcher').getByRole('button').click();
  await page.getByRole('button', { name: 'Get it' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is in your cart');
  await expect(page.locator('#lines')).toContainText('Discount');
  await expect.poll(() => available(page)).toBeLessThan(before);
  await dialog
    .getByRole('button', { name: /^Cancel, get/ })
    .first()
    .click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  await expect(page.locator('#lines')).not.toContainText('Discount');
});

test('the panel closes over a reward in the cart on a phone, and stays for who goes by keyboard', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await phone.newPage();
  await page.goto('/demo');
  await become(page, 'mika');
  await available(page);
  await page.locator('okaeri-launcher').getByRole('button').tap();
  await page.getByRole('tab', { name: 'Rewards' }).tap();
  await page.getByRole('button', { name: 'Apply to cart: ¥300 off' }).tap();
  const dialog = page.locator('okaeri-widget dialog');
  await expect(dialog).toContainText('¥300 off is in your cart');
  await expect(dialog).not.toHaveAttribute('open');
  await phone.close();

  const desk = await browser.newPage();
  await desk.goto('/demo');
  await become(desk, 'mika');
  await available(desk);
  await desk.locator('okaeri-launcher').getByRole('button').focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('tab', { name: 'Home' }).focus();
  await desk.keyboard.press('ArrowRight');
  await desk.getByRole('button', { name: 'Apply to cart: ¥300 off' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog')).toContainText('¥300 off is in your cart');
  await desk.waitForTimeout(1800);
  await expect(desk.getByRole('dialog')).toBeVisible();
  await desk.close();
});
