import { join } from 'node:path';
import { expect, test } from './test.ts';
import { available, asPoints, become, gotoOwnPage, openAt, signIn } from './support.ts';

test('two taps lead from the launcher to a reward in the cart, and one back', async ({ page }) => {
  await page.goto('/demo/product?id=mug');
  await become(page, 'mika');
  const before = await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  await expect(page.locator('#sums')).not.toContainText('Discount');
  await page.locator('okaeri-launcher').getByRole('button').click();
  await page.getByRole('button', { name: 'Get it' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is in your cart');
  await expect(page.locator('#sums')).toContainText('Discount');
  await expect.poll(() => available(page)).toBeLessThan(before);
  await dialog
    .getByRole('button', { name: /^Cancel, get/ })
    .first()
    .click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  await expect(page.locator('#sums')).not.toContainText('Discount');
});

test('beside the cart one pays with as many points as one likes, and takes them back', async ({
  page,
}) => {
  await page.goto('/demo/product?id=mug');
  await become(page, 'mika');
  const before = await available(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto('/demo/cart');
  const pay = page.locator('okaeri-rewards');
  await pay.getByRole('slider').fill('500');
  await expect(pay.locator('[part~=reward]')).toHaveCount(1);
  await pay.getByRole('button', { name: 'Use 500 points for ¥500' }).click();
  await expect(pay).toContainText('is in your cart');
  await expect(page.locator('#sums')).toContainText('−¥500');
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before - 500));
  await pay.getByRole('button', { name: /^Cancel, get/ }).click();
  await expect(page.locator('okaeri-points')).toHaveText(asPoints(before));
  await expect(pay.getByRole('slider')).toBeVisible();
  await expect(page.locator('#sums')).not.toContainText('Discount');
  await become(page, '');
  await expect(page.locator('okaeri-rewards:state(filled)')).toHaveCount(0);
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

/** Ways in which a page can fail to put a code into its cart. */
const REFUSALS: Readonly<Record<string, string>> = {
  throws: '() => { throw new Error("no cart") }',
  'rejects later': '() => new Promise((_, no) => setTimeout(() => no(new Error("no cart")), 200))',
  'gives false': '() => false',
};

for (const [name, listener] of Object.entries(REFUSALS))
  test(`where the page ${name}, the shopper reads that the code is not in the cart, keeps it and can try again`, async ({
    page,
    baseURL,
  }) => {
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, {
      head: `<script>
        window.listen = ${listener};
        (window.okaeri = window.okaeri || []).push(['on', 'apply', (detail) => window.listen(detail)]);
      </script>`,
    });
    await expect(page.locator('okaeri-launcher').getByRole('button')).toContainText(/\d/);
    await openAt(page, 'rewards');
    await page.getByRole('button', { name: 'Apply to cart: ¥300 off' }).click();
    const card = page.locator('okaeri-widget [part~=code]').first();
    await expect(card.getByRole('alert')).toContainText('The code is yours');
    await expect(card).not.toContainText('is in your cart');
    await expect(card).toContainText(/OK-/);
    await page.evaluate(() => Object.assign(window, { listen: () => Promise.resolve() }));
    await card.getByRole('button', { name: 'Apply to cart' }).click();
    await expect(card).toContainText('¥300 off is in your cart');
    await expect(card.getByRole('alert')).toHaveCount(0);
    expect(thrown).toEqual([]);
    await card.getByRole('button', { name: /^Cancel, get/ }).click();
    await expect(page.locator('okaeri-widget')).toContainText('are back');
  });

test('with the script of the Shopify extension a reward is put into the cart, or the shopper reads that it was not', async ({
  page,
  baseURL,
}) => {
  const cart = { codes: ['SPRING'], refuses: true };
  await page.route(/\/cart(\/update)?\.js$/, (route) => {
    const sent = route.request().postDataJSON() as { discount: string } | null;
    if (sent !== null) cart.codes = sent.discount.split(',');
    const applicable = (code: string): boolean => code === 'SPRING' || !cart.refuses;
    return route.fulfill({
      json: {
        item_count: 1,
        discount_codes: cart.codes.map((code) => ({ code, applicable: applicable(code) })),
      },
    });
  });
  const script = '../integrations/shopify/extensions/okaeri/assets/okaeri-cart.js';
  await page.route('**/okaeri-cart.js', (route) =>
    route.fulfill({ path: join(import.meta.dirname, script) }),
  );
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, { head: '<script defer src="/okaeri-cart.js"></script>' });
  await expect(page.locator('okaeri-launcher').getByRole('button')).toContainText(/\d/);
  await openAt(page, 'rewards');
  await page.getByRole('button', { name: 'Apply to cart: ¥300 off' }).click();
  const card = page.locator('okaeri-widget [part~=code]').first();
  await expect(card.getByRole('alert')).toContainText('The code is yours');
  expect(cart.codes).toEqual(['SPRING']);
  cart.refuses = false;
  await card.getByRole('button', { name: 'Apply to cart' }).click();
  await expect(card).toContainText('¥300 off is in your cart');
  await expect.poll(() => cart.codes).toHaveLength(2);
  await card.getByRole('button', { name: /^Cancel, get/ }).click();
  await expect.poll(() => cart.codes).toEqual(['SPRING']);
});
